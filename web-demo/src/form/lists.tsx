import { useRef } from 'preact/hooks'
import type { Shape } from '../fields'
import { options } from '../fields'
import { useApp, useLang, useSay, useStore } from '../hooks'
import { join, last, parent, readable } from '../pointer'
import { Icon } from '../ui/icons'
import { SelectControl, TextControl } from './controls'
import { FieldView, WrongKind } from './field'
import { Issues } from './issues'
import { described, helpId, idOf, Line, Tags, useIssues, useLine } from './line'
import { Marks } from './marks'
import { partsOf } from './parts'
import { useSearching } from './search'

interface Props {
  shape: Shape
  pointer: string
}

const useLength = (pointer: string) => useStore((s) => (s.values.get(pointer)?.kind === 'array' ? (s.values.get(pointer)?.length ?? 0) : 0))
export const useKind = (pointer: string) => useStore((s) => s.values.get(pointer)?.kind)

/** Puts the focus into an item that has just been added. */
export const focusSoon = (pointer: string) =>
  requestAnimationFrame(() => {
    const line = document.querySelector(`[data-at="${CSS.escape(pointer)}"]`)
    line?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  })

const LISTS = '.strings, .objects, .pools, .addons'

/** Takes an item out, and puts the focus on what has moved into its place. */
function useRemove(pointer: string) {
  const app = useApp()
  return (event: { currentTarget: Element }) => {
    const box = event.currentTarget.closest(LISTS)
    const index = Number(last(pointer))
    if (!app.store.remove(pointer)) return app.toast('brokenHere', {}, true)
    requestAnimationFrame(() => {
      const all = [...(box?.querySelectorAll<HTMLElement>('[data-remove]') ?? [])].filter((one) => one.closest(LISTS) === box)
      const next = all[Math.min(index, all.length - 1)] ?? box?.querySelector<HTMLElement>('.button')
      next?.focus()
    })
  }
}

export function StringList({ shape: { field, name }, pointer }: Props) {
  const app = useApp()
  const say = useSay()
  const line = useLine(pointer)
  const length = useLength(pointer)
  const kind = useKind(pointer)
  const wrong = kind !== undefined && kind !== 'array' && kind !== 'null'
  const add = () => {
    if (!app.store.append(pointer, '')) return app.toast('brokenHere', {}, true)
    focusSoon(join(pointer, length))
  }
  return (
    <Line pointer={pointer} name={name} field={field} line={line} group>
      {wrong ? (
        <WrongKind pointer={pointer} kind={kind} />
      ) : (
        <div class="strings" role="group" aria-labelledby={`${idOf(pointer)}-name`} aria-describedby={helpId(pointer)}>
          {Array.from({ length }, (_, index) => (
            <StringItem key={index} shape={{ name: `${name} ${index + 1}`, field, children: [] }} pointer={join(pointer, index)} />
          ))}
          <button type="button" class="button small" disabled={line.locked} aria-label={say('addOf', { name })} onClick={add}>
            <Icon name="plus" />
            {say('add')}
          </button>
        </div>
      )}
    </Line>
  )
}

function StringItem({ shape: { field, name }, pointer }: Props) {
  const app = useApp()
  const say = useSay()
  const line = useLine(pointer)
  const lang = useLang()
  const list = parent(pointer)
  const remove = useRemove(pointer)
  const item = { ...field, type: (field.items ?? 'string') as 'string', default: undefined, example: exampleOf(field.example) }
  const props = { pointer, field: item, described: described(pointer, line.level, false), disabled: line.locked, label: name }
  const state = [line.level && `is-${line.level}`, line.lit && `is-lit lit-${line.lit}`].filter(Boolean).join(' ')
  /** A pasted list becomes as many items. */
  const paste = (event: ClipboardEvent) => {
    const parts = (event.clipboardData?.getData('text') ?? '').split(/[\s,"'[\]]+/).filter(Boolean)
    if (parts.length < 2) return
    event.preventDefault()
    const [first, ...rest] = parts
    app.store.write(pointer, first ?? '')
    for (const part of rest) app.store.append(list, part)
  }
  return (
    <div class={`item ${state}`} data-at={pointer} onPaste={paste}>
      <div class="item-row">
        {field.values && options(field.values, lang).closed ? <SelectControl {...props} /> : <TextControl {...props} />}
        <button type="button" class="icon-button" disabled={line.locked} aria-label={say('removeOf', { name })} title={say('remove')} data-remove onClick={remove}>
          <Icon name="cross" />
        </button>
      </div>
      <Issues pointer={pointer} issues={line.issues} />
    </div>
  )
}

const exampleOf = (example: unknown) => (Array.isArray(example) && typeof example[0] === 'string' ? example[0] : undefined)

/** A list of small objects: tags, labels, taints, disks. */
export function ObjectList({ shape, pointer }: Props) {
  const { field, name } = shape
  const app = useApp()
  const say = useSay()
  const line = useLine(pointer)
  const length = useLength(pointer)
  const kind = useKind(pointer)
  const wrong = kind !== undefined && kind !== 'array' && kind !== 'null'
  const add = () => {
    if (!app.store.append(pointer, {})) return app.toast('brokenHere', {}, true)
    focusSoon(join(pointer, length))
  }
  return (
    <Line pointer={pointer} name={name} field={field} line={line} group>
      {wrong ? (
        <WrongKind pointer={pointer} kind={kind} />
      ) : (
        <div class="objects" role="group" aria-labelledby={`${idOf(pointer)}-name`} aria-describedby={helpId(pointer)}>
          {Array.from({ length }, (_, index) => (
            <ObjectItem key={index} shape={shape} pointer={join(pointer, index)} index={index} />
          ))}
          <button type="button" class="button small" disabled={line.locked} aria-label={say('addOf', { name })} onClick={add}>
            <Icon name="plus" />
            {say('add')}
          </button>
        </div>
      )}
    </Line>
  )
}

function ObjectItem({ shape, pointer, index }: Props & { index: number }) {
  const line = useLine(pointer)
  const kind = useKind(pointer)
  const name = `${shape.name} ${index + 1}`
  const state = [line.level && `is-${line.level}`, line.lit && `is-lit lit-${line.lit}`].filter(Boolean).join(' ')
  return (
    <div class={`object ${state}`} data-at={pointer} role="group" aria-label={name}>
      <div class="object-row">
        {kind === 'object' ? (
          <div class="cells">
            {shape.children.map((child) => <FieldView key={child.name} shape={child} base={pointer} />)}
          </div>
        ) : (
          <WrongKind pointer={pointer} kind={kind ?? 'null'} />
        )}
        <ItemButtons pointer={pointer} name={name} disabled={line.locked} />
      </div>
      <Issues pointer={pointer} issues={line.issues} />
    </div>
  )
}

export function ItemButtons({ pointer, name, disabled }: { pointer: string; name: string; disabled: boolean }) {
  const app = useApp()
  const say = useSay()
  const remove = useRemove(pointer)
  return (
    <span class="item-buttons">
      <button type="button" class="icon-button" disabled={disabled} aria-label={say('duplicateOf', { name })} title={say('duplicate')} onClick={() => app.store.duplicate(pointer)}>
        <Icon name="copy" />
      </button>
      <button type="button" class="icon-button" disabled={disabled} aria-label={say('removeOf', { name })} title={say('remove')} data-remove onClick={remove}>
        <Icon name="cross" />
      </button>
    </span>
  )
}

/** Objects with few plain members are one line with a cell for each; larger ones fold. */
export function Group({ shape, pointer }: Props) {
  const small = shape.children.length <= 3 && shape.children.every((child) => child.children.length === 0 && child.field.type !== 'array')
  return small ? <SmallGroup shape={shape} pointer={pointer} /> : <LargeGroup shape={shape} pointer={pointer} />
}

function SmallGroup({ shape, pointer }: Props) {
  const line = useLine(pointer)
  const kind = useKind(pointer)
  const wrong = kind !== undefined && kind !== 'object' && kind !== 'null'
  return (
    <Line pointer={pointer} name={shape.name} field={shape.field} line={line} group>
      {wrong ? (
        <WrongKind pointer={pointer} kind={kind} />
      ) : (
        <div class="cells" role="group" aria-labelledby={`${idOf(pointer)}-name`}>
          {shape.children.map((child) => <FieldView key={child.name} shape={child} base={pointer} />)}
        </div>
      )}
    </Line>
  )
}

function LargeGroup({ shape, pointer }: Props) {
  const say = useSay()
  const lang = useLang()
  const issues = useIssues(pointer)
  const searching = useSearching()
  const kind = useKind(pointer)
  const count = useStore((s) => s.values.get(pointer)?.length ?? 0)
  const lit = useStore((s) => s.litPlaces.get(pointer))
  const wrong = kind !== undefined && kind !== 'object' && kind !== 'null'
  // Open at first if the request has it; after that the reader decides.
  const first = useRef(count > 0)
  return (
    <details class={`group ${issues[0] ? `is-${issues[0].level}` : ''} ${lit ? `is-lit lit-${lit}` : ''}`} data-at={pointer} open={searching || first.current}>
      <summary>
        <Icon name="down" />
        <span class="key">{shape.name}</span>
        <Tags field={shape.field} />
        <span class="help">{shape.field[lang]}</span>
        <Marks under={pointer} />
        {count > 0 && <span class="count">{say('setCount', { n: count })}</span>}
      </summary>
      <div class="group-body" role="group" aria-label={readable(pointer)}>
        <Issues pointer={pointer} issues={issues} />
        {wrong ? <WrongKind pointer={pointer} kind={kind} /> : <Parts shape={shape} pointer={pointer} />}
      </div>
    </details>
  )
}

/** The members of an object, under headings where there are many. */
export function Parts({ shape, pointer }: Props) {
  const say = useSay()
  const parts = partsOf(shape)
  return (
    <>
      {parts.map(({ heading, members }) => (
        <div key={heading} class="part">
          {heading && <h4 class="part-head">{say(heading)}</h4>}
          {members.map((child) => <FieldView key={child.name} shape={child} base={pointer} />)}
        </div>
      ))}
    </>
  )
}
