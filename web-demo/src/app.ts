import type { Editor } from './editor/editor'
import { hasLine } from './fields'
import { type Key, remember, remembered, type Words } from './i18n'
import { parent, pattern } from './pointer'
import type { Store } from './store'
import type { Level } from './types'

export type Tab = 'form' | 'json' | 'problems'
export type Theme = 'auto' | 'light' | 'dark'

export interface UiState {
  tab: Tab
  theme: Theme
  showLater: boolean
  search: string
  levels: ReadonlySet<Level>
  dialog: 'share' | 'facts' | undefined
  toast: { text: string; bad: boolean; n: number } | undefined
  facts: readonly { text: string; bad: boolean }[]
  open: string | undefined
}

/** State of the page beside the request. */
export class Ui {
  state: UiState = {
    tab: 'form',
    theme: firstTheme(),
    showLater: false,
    search: '',
    levels: new Set(['error', 'warning', 'info'] as const),
    dialog: undefined,
    toast: undefined,
    facts: [],
    open: undefined,
  }
  #listeners = new Set<() => void>()

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<UiState>) {
    this.state = { ...this.state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function firstTheme(): Theme {
  const kept = remembered('acklint.theme')
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

let toasts = 0

export class App {
  editor: Editor | undefined
  constructor(
    readonly store: Store,
    readonly ui: Ui,
  ) {}

  setTheme(theme: Theme) {
    document.documentElement.dataset.theme = theme
    remember('acklint.theme', theme)
    this.ui.set({ theme })
  }

  setLang(lang: 'en' | 'zh') {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    remember('acklint.lang', lang)
    this.store.set({ lang })
    document.title = this.store.say('title')
  }

  toast(key: Key, words: Words = {}, bad = false) {
    this.ui.set({ toast: { text: this.store.say(key, words), bad, n: ++toasts } })
  }

  /** Shows the field of the pointer, or the closest one that has a line, and puts the focus on it. */
  goToField(pointer: string, focus = true): boolean {
    let at = pointer
    while (at && !hasLine(pattern(at))) at = parent(at)
    if (this.ui.state.tab !== 'form') this.ui.set({ tab: 'form' })
    if (this.ui.state.search) this.ui.set({ search: '' })
    // What the change above draws is there after the pending draws of the page.
    requestAnimationFrame(() => this.#reveal(at, focus))
    return at !== ''
  }

  #reveal(pointer: string, focus: boolean) {
    const line = lineOf(pointer)
    if (!line) return
    for (let up = line.closest('details'); up; up = up.parentElement?.closest('details') ?? null) up.open = true
    line.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' })
    line.classList.remove('flash')
    void line.offsetWidth
    line.classList.add('flash')
    if (focus) controlOf(line)?.focus({ preventScroll: true })
  }

  goToText(from: number, to: number, focus = true) {
    if (this.ui.state.tab !== 'json' && narrow()) this.ui.set({ tab: 'json' })
    this.editor?.show(from, to, focus)
  }

  /** The text of a finding's place: its own (-1), or one of the others. */
  goToPlace(key: string, index: number, focus = true) {
    const finding = this.store.find(key)?.finding
    const place = index < 0 ? finding : finding?.related[index]
    if (place) this.goToText(place.span.start.offset, place.span.end.offset, focus)
  }

  /** From the list: the field in the form, and the same place in the text. */
  goTo(key: string) {
    const note = this.store.find(key)
    if (!note) return
    const { pointer, span } = note.finding
    this.store.light(key)
    if (narrow()) {
      if (pointer) this.goToField(pointer)
      else this.goToText(span.start.offset, span.end.offset)
      return
    }
    this.editor?.show(span.start.offset, span.end.offset, !pointer)
    if (pointer) this.goToField(pointer)
  }

  fix(key: string, index: number) {
    const fix = this.store.find(key)?.finding.fixes[index]
    if (!fix) return
    this.store.applyFix(fix)
    this.toast('fixed', { n: 1 })
  }
}

export function lineOf(pointer: string): HTMLElement | undefined {
  let at = pointer
  for (;;) {
    const line = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`)
    if (line || !at) return line ?? undefined
    at = parent(at)
  }
}

const controlOf = (line: HTMLElement) =>
  line.querySelector<HTMLElement>('input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, button:not(:disabled)')

export const narrow = () => matchMedia('(max-width: 899px)').matches
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
