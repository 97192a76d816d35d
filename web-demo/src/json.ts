import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { join } from './pointer'
import type { Json } from './types'

/** One value of the request and where it stands. */
export interface Value {
  kind: 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array'
  /** The value itself, if it is a scalar. */
  scalar: string | number | boolean | null
  /** Keys of an object. */
  keys: string[]
  /** Number of members or items. */
  length: number
  from: number
  to: number
  /** Where the member begins: its key, or the value in an array. */
  start: number
}

export interface Reading {
  values: Map<string, Value>
  /** Values in whose text something is broken. */
  broken: Set<string>
}

/** Faults of punctuation that do not put a value in doubt. */
const HARMLESS = new Set(['CommaExpected', 'InvalidCommentToken', 'EndOfFileExpected'])

/** Reads the request as far as it can be read; of members with one name the last counts, as for the linter. */
export function read(text: string): Reading {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const reading: Reading = { values: new Map(), broken: new Set() }
  if (!root) return reading
  collect(root, '', root.offset, reading.values)
  for (const error of errors) {
    if (!HARMLESS.has(printParseErrorCode(error.error))) reading.broken.add(placeOf(root, error.offset))
  }
  reading.broken.delete('')
  return reading
}

function collect(node: Node, pointer: string, start: number, into: Map<string, Value>) {
  const value: Value = {
    kind: node.type === 'property' ? 'null' : node.type,
    scalar: typeof node.value === 'object' ? null : (node.value ?? null),
    keys: [],
    length: 0,
    from: node.offset,
    to: node.offset + node.length,
    start,
  }
  into.set(pointer, value)
  if (node.type === 'array') {
    value.length = node.children?.length ?? 0
    node.children?.forEach((child, index) => collect(child, join(pointer, index), child.offset, into))
  } else if (node.type === 'object') {
    for (const property of node.children ?? []) {
      const [key, child] = property.children ?? []
      if (!key || !child) continue
      const at = join(pointer, key.value)
      for (const stale of into.has(at) ? [...into.keys()] : []) {
        if (stale === at || stale.startsWith(`${at}/`)) into.delete(stale)
      }
      if (!value.keys.includes(key.value)) value.keys.push(key.value)
      collect(child, at, property.offset, into)
    }
    value.length = value.keys.length
  }
}

/** The innermost value that reaches to the offset, or the one that ends just before it. */
function placeOf(root: Node, offset: number): string {
  let pointer = ''
  let node: Node | undefined = root
  while (node) {
    const children: Node[] = node.children ?? []
    const index = children.findLastIndex((child) => child.offset <= offset)
    const child: Node | undefined = children[index]
    if (!child) return pointer
    if (node.type === 'array') {
      pointer = join(pointer, index)
      node = child
    } else {
      pointer = join(pointer, String(child.children?.[0]?.value ?? ''))
      node = child.children?.[1]
    }
  }
  return pointer
}

/** Kinds of tokens, as `jsonc-parser` numbers them. */
const LINE_COMMENT = 12
const BLOCK_COMMENT = 13
const END = 17

/** Where the comments are. */
export function commentsIn(text: string) {
  const found: { from: number; to: number }[] = []
  if (!text.includes('/')) return found
  const scanner = createScanner(text)
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    if (kind !== LINE_COMMENT && kind !== BLOCK_COMMENT) continue
    const from = scanner.getTokenOffset()
    found.push({ from, to: from + scanner.getTokenLength() })
  }
  return found
}

/** The value at a pointer with all that is in it, to copy it. */
export function valueAt(values: Map<string, Value>, pointer: string): Json | undefined {
  const value = values.get(pointer)
  if (!value) return undefined
  if (value.kind === 'array') {
    return Array.from({ length: value.length }, (_, index) => valueAt(values, join(pointer, index)) ?? null)
  }
  if (value.kind === 'object') {
    return Object.fromEntries(value.keys.map((key) => [key, valueAt(values, join(pointer, key)) ?? null]))
  }
  return value.scalar
}
