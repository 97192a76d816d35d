import { useState } from 'preact/hooks'
import { options, shape as shapeOf, type Shape } from '../fields'
import { useApp, useLang, useSay, useStore, useUi } from '../hooks'
import type { Json } from '../types'
import { Icon } from '../ui/icons'
import { isJson } from './field'
import { Issues } from './issues'
import { described, idOf, useLine } from './line'

type Settings = Record<string, Json>

/** The settings in the string: an object, nothing yet, or something that cannot be read. */
function parse(text: unknown): Settings | undefined {
  if (text === undefined || text === null || text === '') return {}
  if (typeof text !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Settings) : undefined
  } catch {
    return undefined
  }
}

/** Settings of an add-on, which the request carries as JSON in a string: the known ones by name, all as JSON. */
export function AddonConfig({ addon, pointer, open }: { addon: string; pointer: string; open: boolean }) {
  const app = useApp()
  const say = useSay()
  const line = useLine(pointer)
  const later = useUi('showLater')
  const text = useStore((s) => s.values.get(pointer)?.scalar)
  const lang = useLang()
  const settings = parse(text)
  const write = (next: Settings) => {
    const held = Object.keys(next).length > 0 ? app.store.write(pointer, JSON.stringify(next)) : app.store.remove(pointer)
    if (!held) app.toast('brokenHere', {}, true)
  }
  const set = (name: string, value: Json | undefined) => {
    const { [name]: _, ...rest } = settings ?? {}
    write(value === undefined ? rest : name in (settings ?? {}) ? { ...settings, [name]: value } : { ...rest, [name]: value })
  }
  const mine = (shapeOf('addons[].config')?.children ?? []).filter(
    ({ name, field }) => name in (settings ?? {}) || (mentions(field.en, addon) && (field.status !== 'later' || later)),
  )
  const state = [line.level && `is-${line.level}`, line.dim && 'is-dim', line.lit && `is-lit lit-${line.lit}`].filter(Boolean).join(' ')
  return (
    <div class={`config ${state}`} data-at={pointer}>
      {settings && mine.length > 0 && (
        <div class="cells">
          {mine.map((shape) => (
            <Member key={shape.name} shape={shape} base={pointer} value={settings[shape.name]} disabled={line.locked} set={(value) => set(shape.name, value)} />
          ))}
        </div>
      )}
      <Issues pointer={pointer} issues={line.issues} />
      {(open || settings === undefined) && (
        <Raw pointer={pointer} text={text} settings={settings} level={line.level} disabled={line.locked} write={write} />
      )}
      {line.why && <p class="help why">{say('noEffect')}{lang === 'zh' ? '：' : ': '}{line.why}</p>}
    </div>
  )
}

/** Whether the help text of a setting names the add-on. */
const mentions = (help: string, addon: string) => addon !== '' && ` ${help.replace(/[,;:]/g, ' ')} `.includes(` ${addon} `)

function Member({ shape: { name, field }, base, value, disabled, set }: {
  shape: Shape
  base: string
  value: Json | undefined
  disabled: boolean
  set: (value: Json | undefined) => void
}) {
  const say = useSay()
  const lang = useLang()
  const id = `${idOf(base)}-${name}`
  const list = field.values ? options(field.values, lang).list : field.type === 'boolean' ? [{ value: 'true', label: '' }, { value: 'false', label: '' }] : []
  const now = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const write = (text: string) => {
    if (field.type === 'boolean' && (text === 'true' || text === 'false')) set(text === 'true')
    else set(text === '' && list.length > 0 ? undefined : text)
  }
  return (
    <div class="line">
      <div class="line-head">
        <label class="key" for={id}>{name}</label>
        <p class="help" id={`${id}-help`}>{field[lang]}</p>
      </div>
      <div class="line-body">
        {list.length > 0 ? (
          <span class="box box-select">
            <select id={id} class={`input ${now === '' ? 'is-unset' : ''}`} aria-describedby={`${id}-help`} disabled={disabled} value={now} onChange={(event) => write(event.currentTarget.value)}>
              <option value="">{say('unset')}</option>
              {now !== '' && !list.some((option) => String(option.value) === now) && <option value={now}>{say('notListed', { value: now })}</option>}
              {list.map((option) => (
                <option key={option.value} value={String(option.value)}>{option.label ? `${option.value} · ${option.label}` : String(option.value)}</option>
              ))}
            </select>
            <Icon name="down" />
          </span>
        ) : (
          <span class="box">
            <input
              id={id}
              class="input"
              type="text"
              spellcheck={false}
              autocomplete="off"
              aria-describedby={`${id}-help`}
              disabled={disabled}
              value={now}
              placeholder={typeof field.example === 'string' ? say('example', { value: field.example }) : ''}
              onInput={(event) => write(event.currentTarget.value)}
              onBlur={() => value === '' && set(undefined)}
            />
          </span>
        )}
      </div>
    </div>
  )
}

function Raw({ pointer, text, settings, level, disabled, write }: {
  pointer: string
  text: unknown
  settings: Settings | undefined
  level: string | undefined
  disabled: boolean
  write: (next: Settings) => void
}) {
  const app = useApp()
  const say = useSay()
  const [draft, setDraft] = useState<string | undefined>()
  const now = settings === undefined ? String(text) : Object.keys(settings).length > 0 ? JSON.stringify(settings, null, 2) : ''
  const given = draft ?? now
  return (
    <span class="box box-json">
      <textarea
        {...described(pointer, level, false)}
        class="input mono"
        aria-label={say('configRaw')}
        rows={Math.min(10, Math.max(2, given.split('\n').length))}
        spellcheck={false}
        disabled={disabled}
        placeholder="{}"
        value={given}
        onInput={(event) => {
          const typed = event.currentTarget.value
          setDraft(typed)
          const next = parse(typed.trim())
          if (next && (typed.trim() !== '' || app.store.values.has(pointer))) write(next)
        }}
        onBlur={() => isJson(draft) && setDraft(undefined)}
      />
      {draft !== undefined && draft.trim() !== '' && !parse(draft) && <small class="draft">{say('configBroken')}</small>}
    </span>
  )
}
