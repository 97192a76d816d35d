import { createContext } from 'preact'
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import type { App } from './app'
import { type Key, say, type Words } from './i18n'
import type { Store } from './store'
import type { Lang } from './types'

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('outside of the app')
  return app
}

/** Follows one part of the store; the component is drawn again only when that part differs. */
export function useStore<T>(select: (store: Store) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const { store } = useApp()
  const [, again] = useReducer((n: number) => n + 1, 0)
  const kept = useRef<{ select: (store: Store) => T; value: T } | null>(null)
  const value = select(store)
  kept.current = { select, value }
  useLayoutEffect(
    () =>
      store.subscribe(() => {
        const now = kept.current
        if (now && !same(now.select(store), now.value)) again(0)
      }),
    [store],
  )
  return value
}

/** Follows the state of the page that is not part of the request. */
export function useUi<K extends keyof App['ui']['state']>(name: K): App['ui']['state'][K] {
  const { ui } = useApp()
  const [, again] = useReducer((n: number) => n + 1, 0)
  const value = ui.state[name]
  const kept = useRef(value)
  kept.current = value
  useLayoutEffect(() => ui.subscribe(() => !Object.is(ui.state[name], kept.current) && again(0)), [ui, name])
  return value
}

/** The language, told by context: a change of it draws everything anew. */
export const LangContext = createContext<Lang>('en')
export const useLang = (): Lang => useContext(LangContext)

/** The page's texts in the language of the moment. */
export function useSay(): (key: Key, words?: Words) => string {
  const lang = useLang()
  return (key, words) => say(lang, key, words)
}
