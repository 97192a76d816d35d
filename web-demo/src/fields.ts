import model from 'virtual:model'
import type { Json, Lang } from './types'

export interface Field {
  path: string
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'map' | 'any'
  items?: string
  section: string
  status?: 'sample' | 'later' | 'removed'
  replaced_by?: string
  default?: Json
  unit?: string
  values?: string
  secret?: boolean
  embedded?: 'json'
  example?: Json
  en: string
  zh: string
}

export interface Known {
  name: string
  values: (string | number)[]
  closed?: boolean
  labels?: Record<Lang, Record<string, string>>
}

/** A field with the fields inside it. */
export interface Shape {
  name: string
  field: Field
  children: Shape[]
}

export const SECTIONS = ['basic', 'network', 'advanced', 'master', 'addons', 'nodepools'] as const
export type Section = (typeof SECTIONS)[number] | 'later' | 'removed'

export const known = new Map<string, Known>(model.known.map((list) => [list.name, list]))
export const baselines = model.baselines
export const sample = model.sample
export const page = model.page

const byPath = new Map<string, Field>(model.fields.map((field) => [field.path, field]))
const shapes = new Map<string, Shape>()
export const roots: Shape[] = []

for (const field of model.fields) {
  const shape: Shape = { name: field.path.split('.').at(-1)?.replace('[]', '') ?? '', field, children: [] }
  shapes.set(field.path, shape)
}
for (const shape of shapes.values()) {
  const { path } = shape.field
  const cut = path.lastIndexOf('.')
  if (cut < 0) roots.push(shape)
  else shapes.get(path.slice(0, cut).replace(/\[\]$/, ''))?.children.push(shape)
}
// Fields of the sample and of later versions are in files of their own; in the form they follow the others.
const rank = (shape: Shape) => (shape.field.status === 'later' ? 1 : 0)
for (const shape of shapes.values()) shape.children.sort((a, b) => rank(a) - rank(b))

export const field = (path: string) => byPath.get(path)
export const shape = (path: string) => shapes.get(path)
export const section = (name: Section) => roots.filter((root) => root.field.section === name)

/** Whether the pattern is shown in the form by a line of its own: a field, or an item of an array field. */
export function hasLine(pattern: string): boolean {
  return byPath.has(pattern) || (pattern.endsWith('[]') && byPath.has(pattern.slice(0, -2)))
}

/** Options of a field with known values, with labels in the language. */
export function options(name: string, lang: Lang): { closed: boolean; list: { value: string | number; label: string }[] } {
  const list = known.get(name)
  if (!list) return { closed: false, list: [] }
  return {
    closed: list.closed ?? false,
    list: list.values.map((value) => ({ value, label: list.labels?.[lang][String(value)] ?? '' })),
  }
}
