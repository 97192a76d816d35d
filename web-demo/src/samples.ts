import { baselines, sample } from './fields'
import type { Key } from './i18n'

export interface Sample {
  id: string
  name: Key
  note: Key
  text: string
}

export const samples: readonly Sample[] = [
  { id: 'page', name: 'samplePage', note: 'samplePageNote', text: sample },
  { id: 'default', name: 'sampleDefault', note: 'sampleDefaultNote', text: baselines.default ?? '{}' },
  { id: 'terway', name: 'sampleTerway', note: 'sampleTerwayNote', text: baselines.terway ?? '{}' },
  { id: 'prepaid', name: 'samplePrepaid', note: 'samplePrepaidNote', text: baselines.prepaid ?? '{}' },
  { id: 'empty', name: 'sampleEmpty', note: 'sampleEmptyNote', text: '{\n}\n' },
]
