import { useRef } from 'preact/hooks'
import { useApp, useSay, useUi } from '../hooks'
import { addFacts } from '../linter'
import { Dialog } from './dialog'
import { Icon } from './icons'

const COMMANDS = ['aliyun vpc DescribeVpcs', 'aliyun vpc DescribeVSwitches', 'aliyun cs DescribeClustersV1']

export function FactsDialog() {
  const app = useApp()
  const say = useSay()
  const facts = useUi('facts')
  const input = useRef<HTMLInputElement>(null)
  const take = async (files: File[]) => {
    const told = []
    for (const file of files) {
      try {
        await addFacts(await file.text(), app.store.lang)
        told.push({ text: say('factsAdded', { name: file.name }), bad: false })
      } catch (fault) {
        told.push({ text: say('factsRefused', { name: file.name, error: fault instanceof Error ? fault.message : String(fault) }), bad: true })
      }
    }
    app.ui.set({ facts: [...app.ui.state.facts, ...told] })
    app.store.recheck()
  }
  return (
    <Dialog name="facts" title={say('factsTitle')}>
      <p>{say('factsNote')}</p>
      <ul class="commands">
        {COMMANDS.map((command) => <li key={command}><code>{command}</code></li>)}
      </ul>
      <div class="dialog-row">
        <button type="button" class="button primary" onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {say('factsChoose')}
        </button>
        <input
          ref={input}
          id="facts-files"
          type="file"
          hidden
          multiple
          accept=".json,application/json"
          aria-label={say('factsChoose')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])]
            event.currentTarget.value = ''
            take(files)
          }}
        />
      </div>
      <ul class="facts" role="status">
        {facts.length === 0 && <li class="dialog-note">{say('factsNone')}</li>}
        {facts.map((fact) => (
          <li key={fact.text} class={fact.bad ? 'is-error' : 'is-good'}>
            <Icon name={fact.bad ? 'error' : 'check'} />
            {fact.text}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
