import { dimmed, type Reason, saysNoEffect } from './dim'
import { field, hasLine } from './fields'
import { type Key, say, type Words } from './i18n'
import { read, type Value, valueAt } from './json'
import { Form, fixAll } from './linter'
import { last, parent, pattern, split } from './pointer'
import { type Finding, type Fix, type Json, type Lang, LEVELS, type Level } from './types'

/** A finding with a name of its own, which lasts as long as the finding does. */
export interface Note {
  key: string
  finding: Finding
}

/** A finding as one field sees it. */
export interface Issue {
  key: string
  level: Level
  rule: string
  role: 'primary' | 'related'
  message: string
  help: string
  /** Where the finding is, if it is elsewhere. */
  of: string
  fixes: readonly Fix[]
}

export type Counts = Record<Level, number>

export type Origin = 'editor' | 'form' | 'load'

/** The one request the page is about. Form and editor both read it and write it through here. */
export class Store {
  text = ''
  lang: Lang
  notes: Note[] = []
  counts: Counts = { error: 0, warning: 0, info: 0 }
  values: Map<string, Value> = new Map()
  broken: Set<string> = new Set()
  issues: Map<string, Issue[]> = new Map()
  /** Numbers of findings at or below a pointer, and in a section of the form. */
  under: Map<string, Counts> = new Map()
  bySection: Map<string, Counts> = new Map()
  /** The finding that is lit, by its key. */
  lit: string | undefined
  litPlaces: Map<string, Level> = new Map()
  /** How long the last check took, in milliseconds. */
  took = 0
  jsonc = false
  allowPlaceholders = false

  #form: Form | undefined
  #listeners = new Set<(origin: Origin | undefined) => void>()

  constructor(lang: Lang) {
    this.lang = lang
  }

  subscribe(listener: (origin: Origin | undefined) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  load(text: string) {
    this.text = text.replace(/\r\n?/g, '\n')
    this.#reopen('load')
  }

  set(change: Partial<Pick<Store, 'lang' | 'jsonc' | 'allowPlaceholders'>>) {
    Object.assign(this, change)
    this.#form?.setOptions(this.#options)
    this.#read()
    this.#tell(undefined)
  }

  /** Checks again, with what the linter knows now. */
  recheck() {
    this.#reopen(undefined)
  }

  get #options() {
    return { lang: this.lang, jsonc: this.jsonc, allowPlaceholders: this.allowPlaceholders }
  }

  #reopen(origin: Origin | undefined) {
    this.#form?.free()
    const begun = performance.now()
    this.#form = new Form(this.text, this.#options)
    this.#took(begun)
    this.#read()
    this.#tell(origin)
  }

  /** The text as the editor has it now. */
  edited(text: string) {
    const begun = performance.now()
    this.#form?.setText(text)
    this.#took(begun)
    this.text = text
    this.#read()
    this.#tell('editor')
  }

  /** Writes a value; the objects on the way are made if need be. Says whether the text took it. */
  write(pointer: string, value: Json): boolean {
    const old = this.values.get(pointer)
    if (old && old.kind !== 'array' && old.kind !== 'object' && old.scalar === value) return true
    return this.#change((form) => form.set(pointer, value), pointer)
  }

  append(pointer: string, value: Json): boolean {
    const list = this.values.get(pointer)
    if (list?.kind !== 'array') return this.write(pointer, [value])
    return this.#change((form) => form.insert(`${pointer}/-`, value), `${pointer}/${list.length}`)
  }

  duplicate(pointer: string): boolean {
    const value = valueAt(this.values, pointer)
    return value !== undefined && this.append(parent(pointer), value)
  }

  /** Takes a value away, and with it what would be left empty around it, but for items of lists. */
  remove(pointer: string): boolean {
    let at = pointer
    for (;;) {
      const above = parent(at)
      const holder = this.values.get(above)
      if (!above || !holder || holder.length !== 1 || /^\d+$/.test(last(above))) break
      at = above
    }
    if (!this.values.has(at)) return true
    return this.#change((form) => form.remove(at))
  }

  #change(act: (form: Form) => unknown, expect?: string): boolean {
    if (!this.#form) return false
    const before = this.text
    const begun = performance.now()
    const done = act(this.#form)
    this.#took(begun)
    this.text = this.#form.text
    this.#read()
    // In broken text linter and form may read differently: what did not arrive is taken back.
    const held = done !== undefined && (expect === undefined || this.values.has(expect))
    if (!held && this.text !== before) {
      this.#form.setText(before)
      this.text = before
      this.#read()
    }
    this.#tell('form')
    return held
  }

  applyFix(fix: Fix) {
    const edits = [...fix.edits].sort((a, b) => b.span.start.offset - a.span.start.offset)
    let text = this.text
    for (const { span, text: put } of edits) {
      text = text.slice(0, span.start.offset) + put + text.slice(span.end.offset)
    }
    this.#replace(text)
  }

  /** Applies all safe fixes, and says how many. */
  applyAllSafe(): number {
    const { text, applied } = fixAll(this.text, this.#options)
    this.#replace(text)
    return applied
  }

  #replace(text: string) {
    const begun = performance.now()
    this.#form?.setText(text)
    this.#took(begun)
    this.text = text
    this.#read()
    this.#tell('form')
  }

  light(key: string | undefined) {
    if (this.lit === key) return
    this.lit = key
    this.#light()
    this.#tell(undefined)
  }

  find(key: string): Note | undefined {
    return this.notes.find((note) => note.key === key)
  }

  dim(pointer: string): Reason | undefined {
    return dimmed(pointer, this.values)
  }

  get safeFixes(): number {
    return this.notes.filter((note) => note.finding.fixes.some((fix) => fix.safety === 'safe')).length
  }

  say(key: Key, words?: Words) {
    return say(this.lang, key, words)
  }

  #took(begun: number) {
    this.took = performance.now() - begun
  }

  #read() {
    const reading = read(this.text)
    this.values = reading.values
    this.broken = reading.broken
    const seen = new Map<string, number>()
    this.counts = { error: 0, warning: 0, info: 0 }
    this.issues = new Map()
    this.under = new Map()
    this.bySection = new Map()
    this.notes = (this.#form?.findings ?? []).map((finding) => {
      const stem = `${finding.rule} ${finding.pointer}`
      const nth = seen.get(stem) ?? 0
      seen.set(stem, nth + 1)
      this.counts[finding.level]++
      const note = { key: `${stem} ${nth}`, finding }
      this.#file(note)
      return note
    })
    for (const list of this.issues.values()) {
      list.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    }
    this.#light()
  }

  #file({ key, finding }: Note) {
    const { rule, level, message, fixes } = finding
    const put = (pointer: string, issue: Issue) => {
      const at = anchor(pointer)
      const list = this.issues.get(at)
      if (!list) this.issues.set(at, [issue])
      else if (!list.some((other) => other.key === key)) list.push(issue)
    }
    this.#count(finding)
    put(finding.pointer, { key, level, rule, role: 'primary', message, help: finding.help ?? '', of: '', fixes })
    // A note is told where it is; the fields it rests on would only be cluttered by it.
    for (const other of level === 'info' ? [] : finding.related) {
      if (anchor(other.pointer) === '') continue
      put(other.pointer, { key, level, rule, role: 'related', message, help: '', of: finding.pointer, fixes: [] })
    }
  }

  #count({ pointer, level }: Finding) {
    const add = (to: Map<string, Counts>, key: string) => {
      const counts = to.get(key)
      if (counts) counts[level]++
      else to.set(key, { error: 0, warning: 0, info: 0, [level]: 1 })
    }
    const at = anchor(pointer)
    for (let up = at; up; up = parent(up)) add(this.under, up)
    const root = field(split(at)[0] ?? '')
    if (root) add(this.bySection, root.section)
  }

  #light() {
    const note = this.lit === undefined ? undefined : this.find(this.lit)
    if (note || this.litPlaces.size > 0) this.litPlaces = new Map()
    if (!note) return
    for (const place of [note.finding, ...note.finding.related]) {
      const at = anchor(place.pointer)
      if (at) this.litPlaces.set(at, note.finding.level)
    }
  }

  #tell(origin: Origin | undefined) {
    for (const listener of this.#listeners) listener(origin)
  }
}

/** The line of the form on which a finding at the pointer is shown; empty for the whole request. */
export function anchor(pointer: string): string {
  let at = pointer
  while (at && !hasLine(pattern(at))) at = parent(at)
  return at
}

/** The issue that says the field does nothing, if there is one. */
export const idle = (issues: readonly Issue[] | undefined) =>
  issues?.find((issue) => issue.role === 'primary' && issue.level !== 'error' && saysNoEffect(issue.rule))
