import { useState } from 'preact/hooks'
import { options, type Shape } from '../fields'
import { useApp, useLang, useSay, useStore, useUi } from '../hooks'
import { valueAt } from '../json'
import { join } from '../pointer'
import type { Json } from '../types'
import { Addons } from './addons'
import { BoolControl, SecretControl, SelectControl, TextControl, useValue } from './controls'
import { Group, ObjectList, StringList } from './lists'
import { described, Line, useLine } from './line'
import { Pools } from './pools'
import { useFound } from './search'

interface Props {
  shape: Shape
  base: string
}

/** One field of the form, by its type. */
export function FieldView({ shape, base }: Props) {
  const pointer = join(base, shape.name)
  const later = useUi('showLater')
  const found = useFound(shape.field.path)
  const { type, status, path } = shape.field
  // Only fields of other versions come and go.
  const asks = status === 'later' || status === 'removed'
  const present = useStore((s) => !asks || s.values.has(pointer))
  const hidden = !present && ((status === 'later' && !later) || status === 'removed')
  if (hidden || !found) return null
  if (path === 'nodepools') return <Pools shape={shape} pointer={pointer} />
  if (path === 'addons') return <Addons pointer={pointer} />
  if (type === 'object' && shape.children.length > 0) return <Group shape={shape} pointer={pointer} />
  if (type === 'array' && shape.children.length > 0) return <ObjectList shape={shape} pointer={pointer} />
  if (type === 'array' && shape.field.items !== 'object') return <StringList shape={shape} pointer={pointer} />
  return <Scalar shape={shape} pointer={pointer} />
}

const SCALARS = new Set(['string', 'integer', 'number', 'boolean'])

export function Scalar({ shape: { field, name }, pointer }: { shape: Shape; pointer: string }) {
  const line = useLine(pointer)
  const lang = useLang()
  const kind = useStore((s) => s.values.get(pointer)?.kind)
  const attributes = described(pointer, line.level)
  const props = { pointer, field, described: attributes, disabled: line.locked }
  const raw = !SCALARS.has(field.type)
  if (!raw && (kind === 'object' || kind === 'array')) {
    return (
      <Line pointer={pointer} name={name} field={field} line={line} group>
        <WrongKind pointer={pointer} kind={kind} />
      </Line>
    )
  }
  return (
    <Line pointer={pointer} name={name} field={field} line={line} group={field.type === 'boolean'}>
      {raw ? (
        <JsonControl {...props} />
      ) : field.type === 'boolean' ? (
        <BoolControl {...props} />
      ) : field.secret ? (
        <SecretControl {...props} />
      ) : field.values && options(field.values, lang).closed ? (
        <SelectControl {...props} />
      ) : (
        <TextControl {...props} />
      )}
    </Line>
  )
}

/** The text holds something else than the field takes: it is left alone, and shown where it stands. */
export function WrongKind({ pointer, kind }: { pointer: string; kind: string }) {
  const app = useApp()
  const say = useSay()
  return (
    <p class="wrong-kind">
      {say('wrongKind', { kind: say(`kind.${kind}` as 'kind.object') })}{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          const value = app.store.values.get(pointer)
          if (value) app.goToText(value.from, value.to)
        }}
      >
        {say('goToText')}
      </button>
    </p>
  )
}

/** A value of any shape, as JSON. What is not valid yet stays in the box. */
export function JsonControl({ pointer, described, disabled }: {
  pointer: string
  described: ReturnType<typeof import('./line').described>
  disabled: boolean
}) {
  const app = useApp()
  const say = useSay()
  useValue(pointer)
  const text = useStore((s) => {
    const value = valueAt(s.values, pointer)
    return value === undefined ? '' : JSON.stringify(value, null, 2)
  })
  const [draft, setDraft] = useState<string | undefined>()
  const write = (typed: string) => {
    let value: Json
    try {
      value = JSON.parse(typed)
    } catch {
      return setDraft(typed)
    }
    setDraft(typed)
    app.store.write(pointer, value)
  }
  return (
    <span class="box box-json">
      <textarea
        {...described}
        class="input mono"
        rows={Math.min(8, Math.max(2, (draft ?? text).split('\n').length))}
        spellcheck={false}
        disabled={disabled}
        value={draft ?? text}
        onInput={(event) => (event.currentTarget.value.trim() ? write(event.currentTarget.value) : (setDraft(''), app.store.remove(pointer)))}
        onBlur={() => isJson(draft) && setDraft(undefined)}
      />
      {draft !== undefined && draft !== '' && !isJson(draft) && <small class="draft">{say('configBroken')}</small>}
    </span>
  )
}

export function isJson(text: string | undefined): boolean {
  try {
    JSON.parse(text ?? '')
    return true
  } catch {
    return text === ''
  }
}
