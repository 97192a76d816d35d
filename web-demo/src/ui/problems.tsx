import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { FixButtons } from '../form/issues'
import { useApp, useLang, useSay, useStore, useUi } from '../hooks'
import { explain } from '../linter'
import { readable } from '../pointer'
import type { Note } from '../store'
import { type Lang, LEVELS, type Level, type Related } from '../types'
import { Icon, LevelIcon } from './icons'

const COUNT = { error: 'count_error', warning: 'count_warning', info: 'count_info' } as const

/** The list of all findings. */
export function Problems() {
  const app = useApp()
  const say = useSay()
  const notes = useStore((s) => s.notes)
  const levels = useUi('levels')
  const [filter, setFilter] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const wanted = filter.trim().toLowerCase()
  // The worst first; within a level by place, as the linter gives them.
  const sorted = LEVELS.flatMap((level) => notes.filter((note) => note.finding.level === level))
  const shown = sorted.filter(({ finding }) => {
    const { level, rule, message, pointer } = finding
    return levels.has(level) && (!wanted || [rule, message, readable(pointer)].some((part) => part.toLowerCase().includes(wanted)))
  })
  const row = useRows()
  /** Up and down go through the list, Enter jumps. */
  const keys = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.row-jump') ?? [])]
    const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement))
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus()
  }
  return (
    <section class="problems" id="panel-problems" aria-label={say('problems')}>
      <div class="problems-bar">
        <div class="filter-levels" role="group" aria-label={say('filter')}>
          {LEVELS.map((level) => <LevelFilter key={level} level={level} on={levels.has(level)} />)}
        </div>
        <label class="search">
          <Icon name="search" />
          <span class="sr-only">{say('filter')}</span>
          <input type="search" placeholder={say('filter')} value={filter} spellcheck={false} onInput={(event) => setFilter(event.currentTarget.value)} />
        </label>
        <Status />
      </div>
      <div class="problems-scroll">
        {notes.length === 0 ? (
          <p class="clean"><Icon name="check" /><strong>{say('clean')}</strong> {say('cleanNote')}</p>
        ) : shown.length === 0 ? (
          <p class="empty">{say('filteredOut')}</p>
        ) : (
          <ul class="rows" ref={list} onKeyDown={keys}>
            {shown.map(row)}
          </ul>
        )}
      </div>
      <p class="sr-only" role="status">{LEVELS.map((level) => say(COUNT[level], { n: app.store.counts[level] })).join(', ')}</p>
    </section>
  )
}

/** Rows that read the same as before are not drawn again. */
function useRows() {
  const lang = useLang()
  const kept = useRef(new Map<string, { reads: string; row: VNode }>())
  return (note: Note) => {
    const { level, message, help, span, related, fixes } = note.finding
    const places = related.map((place) => `${place.pointer} ${place.span.start.line} ${place.message}`)
    const reads = [lang, level, message, help, span.start.line, span.start.column, ...places, ...fixes.map((fix) => fix.title)].join('\n')
    const old = kept.current.get(note.key)
    if (old?.reads === reads) return old.row
    const row = <Row key={note.key} note={note} />
    kept.current.set(note.key, { reads, row })
    return row
  }
}

function LevelFilter({ level, on }: { level: Level; on: boolean }) {
  const { ui } = useApp()
  const say = useSay()
  const n = useStore((s) => s.counts[level])
  const toggle = () => {
    const next = new Set(ui.state.levels)
    if (!next.delete(level)) next.add(level)
    ui.set({ levels: next })
  }
  return (
    <button type="button" class={`filter-level is-${level} ${n === 0 ? 'is-none' : ''}`} aria-pressed={on} aria-label={say(COUNT[level], { n })} onClick={toggle}>
      <LevelIcon level={level} />
      <span>{n}</span>
      <span class="filter-name">{say(`${level}s` as 'errors')}</span>
    </button>
  )
}

function Status() {
  const say = useSay()
  const took = useStore((s) => s.took.toFixed(1))
  return (
    <span class="status">
      <span class="status-time">{say('checkedIn', { ms: took })}</span>
      <span class="status-private"><Icon name="shield" />{say('private')}</span>
    </span>
  )
}

function Row({ note: { key, finding } }: { note: Note }) {
  const app = useApp()
  const say = useSay()
  const open = useUi('open') === key
  const lit = useStore((s) => s.lit === key)
  const { level, rule, pointer, message, help, span, related, fixes } = finding
  return (
    <li
      class={`row is-${level} ${lit ? 'is-lit' : ''}`}
      onMouseEnter={() => app.store.light(key)}
      onMouseLeave={() => !document.activeElement?.closest('.row') && app.store.light(undefined)}
      onFocusCapture={() => app.store.light(key)}
    >
      <LevelIcon level={level} label={say(level)} />
      <div class="row-main">
        <button type="button" class="row-jump" onClick={() => app.goTo(key)}>{message}</button>
        {help && <p class="row-help">{help}</p>}
        <p class="row-meta">
          <code class="row-where">{pointer ? readable(pointer) : say('wholeRequest')}</code>
          <button
            type="button"
            class="row-line"
            title={say('line', { line: span.start.line, column: span.start.column })}
            onClick={() => (app.store.light(key), app.goToPlace(key, -1))}
          >
            {span.start.line}:{span.start.column}
          </button>
          <button type="button" class="row-rule" aria-expanded={open} title={say('why')} onClick={() => app.ui.set({ open: open ? undefined : key })}>
            {rule}
            <Icon name="down" />
          </button>
        </p>
        {related.length > 0 && <Places of={key} places={related} />}
        <FixButtons issue={{ key, fixes }} />
        {open && <Why rule={rule} url={finding.url} />}
      </div>
    </li>
  )
}

const MOST = 4

/** The other places of a finding. */
function Places({ of, places }: { of: string; places: Related[] }) {
  const app = useApp()
  const say = useSay()
  return (
    <p class="row-places">
      <span>{say('related')}</span>
      {places.slice(0, MOST).map((place, index) => (
        <button
          key={place.span.start.offset}
          type="button"
          class="link"
          title={place.message || undefined}
          onClick={() => {
            app.goToPlace(of, index, !place.pointer)
            if (place.pointer) app.goToField(place.pointer)
          }}
        >
          {place.pointer ? readable(place.pointer) : `${place.span.start.line}:${place.span.start.column}`}
        </button>
      ))}
      {places.length > MOST && <span>+{places.length - MOST}</span>}
    </p>
  )
}

/** The constraint in full; its text is loaded when it is first asked for. */
function Why({ rule, url }: { rule: string; url?: string }) {
  const say = useSay()
  const lang = useLang()
  const [text, setText] = useState('')
  useEffect(() => {
    let gone = false
    load(rule, lang).then((why) => !gone && setText(why))
    return () => {
      gone = true
    }
  }, [rule, lang])
  return (
    <div class="row-why">
      {text && <p>{text}</p>}
      {url && <a href={url} target="_blank" rel="noopener noreferrer">{say('documentation')}</a>}
    </div>
  )
}

async function load(rule: string, lang: Lang): Promise<string> {
  const about = await explain(rule, lang).catch(() => undefined)
  return about && 'why' in about ? about.why : ''
}
