import { useSay, useStore } from '../hooks'
import { LEVELS, type Level } from '../types'
import { Icon } from '../ui/icons'

const LABEL = { error: 'count_error', warning: 'count_warning', info: 'count_info' } as const

/** How many findings lie in a part of the form, by level. */
export function Marks({ under, section }: { under?: string; section?: string }) {
  const say = useSay()
  const counts = useStore(
    (s) => (section ? s.bySection.get(section) : s.under.get(under ?? '')) ?? NONE,
    (a, b) => LEVELS.every((level) => a[level] === b[level]),
  )
  return (
    <span class="marks">
      {LEVELS.filter((level) => counts[level] > 0 && level !== 'info').map((level) => (
        <span key={level} class={`mark is-${level}`} title={say(LABEL[level], { n: counts[level] })}>
          <Icon name={level} />
          {counts[level]}
          <span class="sr-only"> {say(level)}</span>
        </span>
      ))}
    </span>
  )
}

const NONE: Record<Level, number> = { error: 0, warning: 0, info: 0 }
