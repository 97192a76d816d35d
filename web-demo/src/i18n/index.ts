import type { Lang } from '../types'
import { en, type Key } from './en'
import { units } from './units'
import { zh } from './zh'

export type { Key }
export type Words = Record<string, string | number>

const texts: Record<Lang, Record<Key, string>> = { en, zh }

export function say(lang: Lang, key: Key, words: Words = {}): string {
  const one = words.n === 1 ? texts[lang][`${key}_1` as Key] : undefined
  return (one ?? texts[lang][key]).replace(/\{(\w+)\}/g, (_, name) => String(words[name] ?? ''))
}

export const unitOf = (lang: Lang, unit: string) =>
  lang === 'zh' ? (units[unit] ?? unit) : unit === 'percent' ? '%' : unit

/** The language to begin with: the remembered one, else the browser's. */
export function firstLang(): Lang {
  const kept = remembered('acklint.lang')
  if (kept === 'en' || kept === 'zh') return kept
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh' : 'en'
}

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing is fine.
  }
}
