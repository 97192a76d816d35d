import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language'
import { type Action, type Diagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState, type StateEffect } from '@codemirror/state'
import {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, tooltips,
} from '@codemirror/view'
import type { App } from '../app'
import { anchor, type Note } from '../store'
import type { Span } from '../types'
import { comments, here, lit, marks } from './marks'
import { theme } from './theme'

/** Marks changes that come from the request and must not go back to it. */
const fromOutside = Annotation.define<boolean>()


/** The text side of the request. */
export class Editor {
  readonly view: EditorView
  #label = new Compartment()

  constructor(
    readonly app: App,
    host: HTMLElement,
  ) {
    // In a shadow root the editor brings its styles as style sheets, so that the page can forbid inline styles.
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    const box = document.createElement('div')
    box.style.height = '100%'
    root.replaceChildren(box)
    this.view = new EditorView({
      parent: box,
      root,
      state: this.#state(app.store.text),
      dispatchTransactions: (transactions, view) => {
        view.update(transactions)
        const mine = transactions.some((one) => one.docChanged && !one.annotation(fromOutside))
        if (mine) app.store.edited(view.state.doc.toString())
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
          { key: 'Escape', run: leave },
          ...searchKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...foldKeymap,
          indentWithTab,
        ]),
      ],
    })
  }

  #words() {
    return EditorView.contentAttributes.of({ 'aria-label': this.app.store.say('editor'), spellcheck: 'false' })
  }

  /** Takes over what the request has become. */
  #follow(origin: 'editor' | 'form' | 'load' | undefined) {
    const { store } = this.app
    const old = this.view.state.doc.toString()
    if (origin === 'load') {
      this.view.setState(this.#state(store.text))
      this.view.scrollDOM.scrollTop = 0
    } else if (old !== store.text) {
      const change = difference(old, store.text)
      this.view.dispatch({
        changes: change,
        annotations: fromOutside.of(true),
        userEvent: 'input.type',
        effects: EditorView.scrollIntoView(change.from, { y: 'nearest', yMargin: 60 }),
      })
    }
    if (origin === undefined) this.view.dispatch({ effects: this.#label.reconfigure(this.#words()) })
    this.#paint()
  }

  #painted: { notes: unknown; comments: unknown; lit: unknown } = { notes: null, comments: null, lit: null }

  #paint() {
    const { store } = this.app
    const effects: StateEffect<unknown>[] = []
    if (this.#painted.comments !== store.comments) {
      effects.push(comments.put.of(store.comments.map((range) => ({ ...range, class: 'cm-comment' }))))
    }
    if (this.#painted.lit !== store.litPlaces || this.#painted.notes !== store.notes) {
      effects.push(lit.put.of(this.#litRanges()))
    }
    if (effects.length > 0) this.view.dispatch({ effects })
    if (this.#painted.notes !== store.notes) this.view.dispatch(setDiagnostics(this.view.state, store.notes.flatMap((note) => this.#diagnostics(note))))
    this.#painted = { notes: store.notes, comments: store.comments, lit: store.litPlaces }
  }

  #litRanges() {
    const { store } = this.app
    const note = store.lit === undefined ? undefined : store.find(store.lit)
    if (!note) return []
    const { level, span, related } = note.finding
    return [span, ...related.map((other) => other.span)].map((one) => ({ ...this.#range(one), class: `cm-lit cm-lit-${level}` }))
  }

  #range(span: Span) {
    const size = this.view.state.doc.length
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
      message: other.message || message,
      markClass: 'cm-related',
      renderMessage: say(other.message || message, other.message ? message : '', true),
      actions: goTo(finding.pointer),
    }))
    return [first, ...others]
  }

  /** Scrolls to a place and selects it. */
  show(from: number, to: number, focus: boolean) {
    const size = this.view.state.doc.length
    this.view.dispatch({
      selection: { anchor: Math.min(from, size), head: Math.min(to, size) },
      effects: EditorView.scrollIntoView(Math.min(from, size), { y: 'center' }),
    })
    if (focus) this.view.focus()
  }

  /** Marks the text of the field that has the focus. */
  mark(pointer: string | undefined) {
    const value = pointer === undefined ? undefined : this.app.store.values.get(pointer)
    const effects: StateEffect<unknown>[] = [here.put.of(value ? [{ from: value.start, to: value.to, class: 'cm-here' }] : [])]
    if (value) effects.push(EditorView.scrollIntoView(value.start, { y: 'nearest', yMargin: 80 }))
    this.view.dispatch({ effects })
  }

  undo = () => undo(this.view)
  redo = () => redo(this.view)
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
