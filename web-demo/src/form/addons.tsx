import { useRef, useState } from 'preact/hooks'
import { known, shape as shapeOf } from '../fields'
import { useApp, useSay, useStore, useUi } from '../hooks'
import { join, last } from '../pointer'
import { Icon } from '../ui/icons'
import { AddonConfig } from './config'
import { TextControl } from './controls'
import { WrongKind } from './field'
import { Issues } from './issues'
import { described, Line, useIssues, useLine } from './line'
import { ItemButtons, useKind } from './lists'

/** The add-ons: name, settings, and whether it is installed at all. */
export function Addons({ pointer }: { pointer: string }) {
  const say = useSay()
  const line = useLine(pointer)
  const kind = useKind(pointer)
  const length = useStore((s) => s.values.get(pointer)?.length ?? 0)
  const wrong = kind !== undefined && kind !== 'array' && kind !== 'null'
  return (
    <div class={`addons ${line.lit ? `is-lit lit-${line.lit}` : ''}`} data-at={pointer}>
      <Issues pointer={pointer} issues={line.issues} />
      {wrong ? (
        <WrongKind pointer={pointer} kind={kind} />
      ) : (
        <div class="addon-list" role="group" aria-label={say('section.addons')}>
          {Array.from({ length }, (_, index) => <Addon key={index} pointer={join(pointer, index)} />)}
        </div>
      )}
      <AddAddon pointer={pointer} disabled={wrong || line.locked} />
    </div>
  )
}

function AddAddon({ pointer, disabled }: { pointer: string; disabled: boolean }) {
  const app = useApp()
  const say = useSay()
  const [name, setName] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const add = () => {
    const given = name.trim()
    if (!given) return box.current?.focus()
    if (!app.store.append(pointer, { name: given })) return app.toast('brokenHere', {}, true)
    setName('')
    box.current?.focus()
  }
  return (
    <form class="add-addon" onSubmit={(event) => (event.preventDefault(), add())}>
      <span class="box">
        <input
          ref={box}
          class="input"
          list="addon-names"
          aria-label={say('addonName')}
          placeholder={say('addonName')}
          autocomplete="off"
          spellcheck={false}
          disabled={disabled}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </span>
      <datalist id="addon-names">
        {known.get('addons')?.values.map((value) => <option key={value} value={String(value)} />)}
      </datalist>
      <button type="submit" class="button" disabled={disabled}>
        <Icon name="plus" />
        {say('addAddon')}
      </button>
    </form>
  )
}

function Addon({ pointer }: { pointer: string }) {
  const app = useApp()
  const say = useSay()
  const line = useLine(pointer)
  const kind = useKind(pointer)
  const [open, setOpen] = useState(false)
  const later = useUi('showLater')
  const name = useStore((s) => s.values.get(`${pointer}/name`)?.scalar)
  const at = (key: string) => join(pointer, key)
  const title = typeof name === 'string' && name ? name : `addons ${Number(last(pointer)) + 1}`
  const off = useStore((s) => s.values.get(`${pointer}/disabled`)?.scalar === true)
  const hasVersion = useStore((s) => s.values.has(`${pointer}/version`)) || later
  const state = [line.level && `is-${line.level}`, line.lit && `is-lit lit-${line.lit}`, off && 'is-off'].filter(Boolean).join(' ')
  if (kind !== 'object') {
    return (
      <div class={`addon ${state}`} data-at={pointer}>
        <WrongKind pointer={pointer} kind={kind ?? 'null'} />
        <Issues pointer={pointer} issues={line.issues} />
      </div>
    )
  }
  return (
    <div class={`addon ${state}`} data-at={pointer} role="group" aria-label={title}>
      <div class="addon-head">
        <AddonName pointer={at('name')} />
        <button type="button" class="config-toggle" aria-expanded={open} aria-label={`${say('configRaw')}: ${title}`} onClick={() => setOpen(!open)}>
          <Icon name="down" />
          JSON
        </button>
        <label class="check">
          <input
            type="checkbox"
            checked={off}
            disabled={line.locked}
            onChange={(event) => (event.currentTarget.checked ? app.store.write(at('disabled'), true) : app.store.remove(at('disabled')))}
          />
          {say('disabled')}
        </label>
        <ItemButtons pointer={pointer} name={title} disabled={line.locked} />
      </div>
      <Issues pointer={pointer} issues={line.issues} />
      <Own pointer={at('disabled')} />
      <AddonConfig addon={typeof name === 'string' ? name : ''} pointer={at('config')} open={open} />
      {hasVersion && <Version pointer={at('version')} />}
    </div>
  )
}

function AddonName({ pointer }: { pointer: string }) {
  const say = useSay()
  const line = useLine(pointer)
  const field = shapeOf('addons[].name')?.field
  if (!field) return null
  return (
    <div class={`addon-name ${line.level ? `is-${line.level}` : ''} ${line.lit ? `is-lit lit-${line.lit}` : ''}`} data-at={pointer}>
      <TextControl pointer={pointer} field={{ ...field, example: undefined }} described={described(pointer, line.level, false)} disabled={line.locked} label={say('addonName')} />
      <Issues pointer={pointer} issues={line.issues} />
    </div>
  )
}

/** Findings about a member that has no control of its own here. */
function Own({ pointer }: { pointer: string }) {
  const issues = useIssues(pointer)
  if (issues.length === 0) return null
  return (
    <div data-at={pointer}>
      <Issues pointer={pointer} issues={issues} />
    </div>
  )
}

function Version({ pointer }: { pointer: string }) {
  const line = useLine(pointer)
  const field = shapeOf('addons[].version')?.field
  if (!field) return null
  return (
    <Line pointer={pointer} name="version" field={field} line={line}>
      <TextControl pointer={pointer} field={field} described={described(pointer, line.level)} disabled={line.locked} />
    </Line>
  )
}
