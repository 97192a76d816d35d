import { useRef, useState } from 'preact/hooks'
import { type Field, options } from '../fields'
import { useApp, useLang, useSay, useStore } from '../hooks'
import { unitOf } from '../i18n'
import type { Value } from '../json'
import { Icon } from '../ui/icons'
import { type Described, idOf } from './line'

interface Props {
  pointer: string
  field: Field
  described: Described
  disabled: boolean
  /** Name of the control where no label stands beside it. */
  label?: string
}

const sameValue = (a: Value | undefined, b: Value | undefined) => a?.kind === b?.kind && a?.scalar === b?.scalar && a?.length === b?.length

export const useValue = (pointer: string) => useStore((s) => s.values.get(pointer), sameValue)

/** The value as text, as a text box shows it. */
const shown = (value: Value | undefined) => (value && value.kind !== 'null' ? String(value.scalar) : '')

/** What typed text means for a field of the type. What is no number stays text, and the linter says so. */
function typed(field: Pick<Field, 'type'>, text: string): string | number {
  const plain = text.trim()
  if (field.type === 'integer' && /^-?(0|[1-9]\d{0,14})$/.test(plain)) return Number(plain)
  if (field.type === 'number' && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(plain)) return Number(plain)
  return text
}

function useWrite(pointer: string, field: Pick<Field, 'type'>) {
  const app = useApp()
  const isEmpty = () => app.store.values.get(pointer)?.scalar === ''
  const wasEmpty = useRef(false)
  return {
    write(text: string) {
      if (text === '' && !app.store.values.has(pointer)) return
      if (!app.store.write(pointer, typed(field, text))) app.toast('brokenHere', {}, true)
    },
    /** An emptied field keeps its place while one types, and goes when one leaves it. */
    enter() {
      wasEmpty.current = isEmpty()
    },
    leave() {
      if (isEmpty() && !wasEmpty.current && !/\/\d+$/.test(pointer)) app.store.remove(pointer)
    },
  }
}

function usePlaceholder(field: Field, value: Value | undefined) {
  const say = useSay()
  if (value?.kind === 'null') return 'null'
  if (field.default !== undefined) return say('defaultIs', { value: String(field.default) })
  if (field.example === undefined || typeof field.example === 'object' || field.embedded) return ''
  return say('example', { value: String(field.example) })
}

export function TextControl({ pointer, field, described, disabled, label }: Props) {
  const value = useValue(pointer)
  const lang = useLang()
  const { write, enter, leave } = useWrite(pointer, field)
  const placeholder = usePlaceholder(field, value)
  const numeric = field.type === 'integer' || field.type === 'number'
  const list = field.values ? options(field.values, lang) : undefined
  const meaning = list?.list.find((option) => String(option.value) === value?.scalar)?.label
  return (
    <span class={`box ${numeric ? 'box-number' : ''}`}>
      <input
        {...described}
        type="text"
        class="input"
        aria-label={label}
        inputMode={numeric ? 'numeric' : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        list={list ? `${idOf(pointer)}-list` : undefined}
        disabled={disabled}
        placeholder={placeholder}
        value={shown(value)}
        onFocus={enter}
        onBlur={leave}
        onInput={(event) => write(event.currentTarget.value)}
      />
      {meaning && <span class="meaning">{meaning}</span>}
      {field.unit && <span class="unit">{unitOf(lang, field.unit)}</span>}
      {list && (
        <datalist id={`${idOf(pointer)}-list`}>
          {list.list.map((option) => (
            <option key={option.value} value={String(option.value)}>{option.label}</option>
          ))}
        </datalist>
      )}
    </span>
  )
}

export function SecretControl({ pointer, field, described, disabled, label }: Props) {
  const value = useValue(pointer)
  const say = useSay()
  const { write, enter, leave } = useWrite(pointer, field)
  const [open, setOpen] = useState(false)
  return (
    <span class="box box-secret">
      <input
        {...described}
        type={(open ? 'text' : 'password') as 'text'}
        class="input"
        aria-label={label}
        autocomplete="new-password"
        spellcheck={false}
        disabled={disabled}
        value={shown(value)}
        onFocus={enter}
        onBlur={leave}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <button type="button" class="in-box" aria-pressed={open} aria-label={say(open ? 'conceal' : 'reveal')} title={say(open ? 'conceal' : 'reveal')} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'eyeOff' : 'eye'} />
      </button>
    </span>
  )
}

/** A choice among known values. One that is not among them, if the text has it, is kept as a choice. */
export function SelectControl({ pointer, field, described, disabled, label }: Props) {
  const { store } = useApp()
  const app = useApp()
  const say = useSay()
  const value = useValue(pointer)
  const lang = useLang()
  const { list } = options(field.values ?? '', lang)
  const now = shown(value)
  const foreign = now !== '' && !list.some((option) => String(option.value) === now)
  const name = (option: { value: string | number; label: string }) =>
    option.label && option.label !== String(option.value) ? `${option.value} · ${option.label}` : String(option.value)
  const fallback = field.default === undefined ? say('unset') : say('unsetDefault', { value: String(field.default) })
  return (
    <span class="box box-select">
      <select
        {...described}
        class={`input ${now === '' ? 'is-unset' : ''}`}
        aria-label={label}
        disabled={disabled}
        value={now}
        onChange={(event) => {
          const text = event.currentTarget.value
          const option = list.find(({ value }) => String(value) === text)
          const held = text === '' ? store.remove(pointer) : store.write(pointer, asType(field, option?.value ?? text))
          if (!held) app.toast('brokenHere', {}, true)
        }}
      >
        <option value="">{fallback}</option>
        {foreign && <option value={now}>{say('notListed', { value: now })}</option>}
        {list.map((option) => (
          <option key={option.value} value={String(option.value)}>{name(option)}</option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}

const asType = (field: Field, value: string | number) =>
  field.type === 'string' || field.items === 'string' ? String(value) : typed(field, String(value))

/** Not set, true or false: three states, since the default is not always false. */
export function BoolControl({ pointer, field, described, disabled, label }: Props) {
  const app = useApp()
  const say = useSay()
  const value = useValue(pointer)
  const now = value?.kind === 'boolean' ? String(value.scalar) : value ? 'other' : ''
  const choose = (text: string) => {
    const held = text === '' ? app.store.remove(pointer) : app.store.write(pointer, text === 'true')
    if (!held) app.toast('brokenHere', {}, true)
  }
  const choices = [
    ['', field.default === undefined ? say('unset') : say('unsetDefault', { value: String(field.default) })],
    ['true', 'true'],
    ['false', 'false'],
  ] as const
  return (
    <span class="box box-bool">
      <span
        class="segments"
        role="radiogroup"
        id={described.id}
        aria-describedby={described['aria-describedby'] || undefined}
        aria-labelledby={label ? undefined : `${idOf(pointer)}-name`}
        aria-label={label}
      >
        {choices.map(([text, name], index) => (
          <label key={text} class={`segment ${now === text ? 'is-on' : ''}`}>
            <input
              type="radio"
              name={idOf(pointer)}
              checked={now === text || (now === 'other' && index === -1)}
              disabled={disabled}
              onChange={() => choose(text)}
            />
            <span>{name}</span>
          </label>
        ))}
      </span>
      {now === 'other' && <code class="foreign">{JSON.stringify(value?.scalar)}</code>}
    </span>
  )
}
