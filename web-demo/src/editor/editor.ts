import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language'
import { type Action, type Diagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState, type StateEffect, type TransactionSpec } from '@codemirror/state'
import {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, tooltips,
} from '@codemirror/view'
import type { App } from '../app'
import { drawNow } from '../draw'
import { commentsIn } from '../json'
import { secretsIn } from '../linter'
import { anchor, type Note, type Origin, type Store } from '../store'
import type { Lang, Span } from '../types'
import { comments, here, lit, marks, secrets } from './marks'
import { theme } from './theme'

/** Marks changes that come from the request and must not go back to it. */
const fromOutside = Annotation.define<boolean>()

/** The text side of the request. */
export class Editor {
  readonly view: EditorView
  #label = new Compartment()

  get store(): Store {
    return this.app.store
  }

  constructor(
    readonly app: App,
    host: HTMLElement,
  ) {
    // In a shadow root the editor brings its styles as style sheets, so that the page can forbid inline styles.
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    const box = document.createElement('div')
    box.style.height = '100%'
    root.replaceChildren(box)
    this.#known = app.store.text
    this.#lang = app.store.lang
    this.view = new EditorView({
      parent: box,
      root,
      state: this.#state(app.store.text),
      dispatchTransactions: (transactions, view) => {
        const mine = transactions.some((one) => one.docChanged && !one.annotation(fromOutside))
        const last = transactions.at(-1)
        if (mine && last) this.#tell(last.newDoc.toString())
        view.update(transactions)
      },
    })
    app.store.subscribe((origin) => this.#follow(origin))
    this.#paint()
  }

  #state(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        lintGutter(),
        lineNumbers(),
        codeFolding(),
        foldGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        indentOnInput(),
        bracketMatching(),
        highlightSelectionMatches(),
        search({ top: true }),
        tooltips({ position: 'fixed' }),
        json(),
        marks,
        theme,
        this.#label.of(this.#words()),
        keymap.of([
          { key: 'F8', run: nextDiagnostic },
          { key: 'Shift-F8', run: previousDiagnostic },
          ...searchKeymap,
          { key: 'Escape', run: leave },
          ...defaultKeymap,
          ...historyKeymap,
          ...foldKeymap,
          indentWithTab,
        ]),
      ],
    })
  }

  /**
   * Tells what was typed, and has it drawn, before the editor takes it over: the editor asks for places, and so what
   * is found is laid out with it at once instead of after it.
   */
  #tell(text: string) {
    this.#telling = true
    this.app.store.edited(text)
    drawNow()
    this.#telling = false
  }

  #telling = false

  #words() {
    return EditorView.contentAttributes.of({ 'aria-label': this.app.store.say('editor'), spellcheck: 'false', tabindex: '0' })
  }

  /**
   * Takes over what the request has become: before the next frame, so that form and list, which tell what is found,
   * do not wait for the editor.
   */
  #follow(origin: Origin | undefined) {
    if (origin === 'load') {
      this.view.setState(this.#state(this.store.text))
      this.view.scrollDOM.scrollTop = 0
      this.#known = this.store.text
    } else if (origin === 'editor') this.#known = this.store.text
    this.#due ||= requestAnimationFrame(() => this.flush())
  }

  /** Brings the editor up to date now, in one transaction. */
  flush() {
    if (!this.#due) return
    cancelAnimationFrame(this.#due)
    this.#due = 0
    const { store } = this
    const old = this.#known
    this.#known = store.text
    const effects: StateEffect<unknown>[] = []
    if (this.#lang !== store.lang) effects.push(this.#label.reconfigure(this.#words()))
    this.#lang = store.lang
    if (old === store.text) return this.#paint(effects)
    const change = difference(old, store.text)
    effects.push(EditorView.scrollIntoView(change.from, { y: 'nearest', yMargin: 60 }))
    this.#paint(effects, { changes: change, annotations: fromOutside.of(true), userEvent: 'input.type' })
  }

  #due = 0
  #known: string
  #lang: Lang
  #painted: Partial<Pick<Store, 'notes' | 'text' | 'litPlaces'>> = {}

  #paint(effects: StateEffect<unknown>[] = [], spec: TransactionSpec = {}) {
    const { store, view } = this
    const { notes, litPlaces } = store
    if (this.#painted.text !== store.text) {
      const kinds = [
        { layer: comments, ranges: commentsIn(store.text), class: 'cm-comment' },
        { layer: secrets, ranges: this.#secretRanges(), class: 'cm-secret' },
      ]
      for (const { layer, ranges, class: name } of kinds) {
        if (spec.changes === undefined && layer.same(view.state, ranges)) continue
        effects.push(layer.put.of(ranges.map((range) => ({ ...range, class: name }))))
      }
    }
    if (this.#painted.litPlaces !== litPlaces && !(store.lit === undefined && this.#unlit)) {
      effects.push(lit.put.of(this.#litRanges()))
      this.#unlit = store.lit === undefined
    }
    if (this.#painted.notes !== notes) {
      const set = setDiagnostics(view.state, notes.flatMap((note) => this.#diagnostics(note))).effects
      if (set) effects.push(...[set].flat())
    }
    this.#painted = { notes, text: store.text, litPlaces }
    if (effects.length > 0 || spec.changes) view.dispatch({ ...spec, effects })
  }

  #unlit = true

  #litRanges() {
    const { store } = this.app
    const note = store.lit === undefined ? undefined : store.find(store.lit)
    if (!note) return []
    const { level, span, related } = note.finding
    return [span, ...related.map((other) => other.span)].map((one) => ({ ...this.#range(one), class: `cm-lit cm-lit-${level}` }))
  }

  /** What is between the quotation marks of secret values. */
  #secretRanges() {
    const { text } = this.store
    return secretsIn(text)
      .map((span) => this.#range(span))
      .map(({ from, to }) => (text[from] === '"' && text[to - 1] === '"' ? { from: from + 1, to: to - 1 } : { from, to }))
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from)
  }

  #range(span: Span) {
    const size = this.store.text.length
    const from = Math.min(span.start.offset, size)
    return { from, to: Math.max(from, Math.min(span.end.offset, size)) }
  }

  #diagnostics({ key, finding }: Note): Diagnostic[] {
    const { app } = this
    const actions: Action[] = finding.fixes.map((fix, index) => ({ name: fix.title, apply: () => app.fix(key, index) }))
    const say = (message: string, help: string, more: boolean): Diagnostic['renderMessage'] => () => {
      const box = document.createElement('div')
      box.append(line('', message))
      if (help) box.append(line('help', help))
      if (more) box.append(line('rule', finding.rule))
      return box
    }
    const goTo = (pointer: string): Action[] =>
      anchor(pointer) ? [{ name: app.store.say('goToField'), apply: () => app.goToField(pointer) }] : []
    const { level: severity, message, help } = finding
    const first: Diagnostic = {
      ...this.#range(finding.span),
      severity,
      message,
      renderMessage: say(message, help ?? '', true),
      actions: [...actions, ...goTo(finding.pointer)],
    }
    const others = finding.related.map((other): Diagnostic => ({
      ...this.#range(other.span),
      severity,
      message,
      markClass: 'cm-related',
      renderMessage: say(message, other.message, true),
      actions: goTo(finding.pointer),
    }))
    return [first, ...others]
  }

  /** Scrolls to a place and selects it. */
  show(from: number, to: number, focus: boolean) {
    this.flush()
    const size = this.view.state.doc.length
    this.view.dispatch({
      selection: { anchor: Math.min(from, size), head: Math.min(to, size) },
      effects: EditorView.scrollIntoView(Math.min(from, size), { y: 'center' }),
    })
    if (focus) this.view.focus()
  }

  /** Marks the text of the field that has the focus. */
  mark(pointer: string | undefined) {
    // What is drawn may take the focus along, while the editor has not caught up yet.
    if (this.#telling) {
      requestAnimationFrame(() => this.mark(pointer))
      return
    }
    this.flush()
    const value = pointer === undefined ? undefined : this.app.store.values.get(pointer)
    const effects: StateEffect<unknown>[] = [here.put.of(value ? [{ from: value.start, to: value.to, class: 'cm-here' }] : [])]
    if (value) effects.push(EditorView.scrollIntoView(value.start, { y: 'nearest', yMargin: 80 }))
    this.view.dispatch({ effects })
  }

  undo = () => (this.flush(), undo(this.view))
  redo = () => (this.flush(), redo(this.view))
}

function line(name: string, text: string): HTMLElement {
  const box = document.createElement('div')
  if (name) box.className = name
  box.textContent = text
  return box
}

/** Escape leaves the editor, since Tab indents in it. */
function leave(view: EditorView): boolean {
  const root = view.root as ShadowRoot
  const next = document.querySelector<HTMLElement>('.problems .filter-level, .toolbar button')
  if (!root.host || !next) return false
  next.focus()
  return true
}

/** The shortest stretch that differs. */
export function difference(old: string, now: string) {
  const size = Math.min(old.length, now.length)
  let from = 0
  while (from < size && old.charCodeAt(from) === now.charCodeAt(from)) from++
  let back = 0
  while (back < size - from && old.charCodeAt(old.length - 1 - back) === now.charCodeAt(now.length - 1 - back)) back++
  return { from, to: old.length - back, insert: now.slice(from, now.length - back) }
}
