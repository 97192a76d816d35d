/** Texts to compare verdicts on: every request of the tests, and mutants of them, the same every time. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bodies, root } from './native.mjs'

/** Requests kept in the repository. */
export function requests() {
  const folder = join(root, 'tests/requests')
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.jsonc?$/.test(name)).sort()
  const files = names.map((name) => join(folder, name))
  files.push(join(root, 'crates/document/tests/page-sample.jsonc'))
  return files.map((file) => readFileSync(file))
}

/** Numbers that look random (xorshift32). */
export function numbers(seed) {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Bytes that mean something to a reader of JSON, and some that mean nothing. */
const BYTES = [...Buffer.from('{}[]:,"\'\\/*#\n\r\t 0-+.eEtfnu$<x'), 0, 0x7f, 0x80, 0xc3, 0xe4, 0xef, 0xf0, 0xff]
/** Pieces of text that change a meaning rather than break it. */
const TOKENS = [
  'null', 'true', 'false', '0', '3', '-1', '3.0', '1e400', '12345678901234567890', '""', '[]', '{}', '"3"', '"true"',
  '"Kubernetes"', '"ManagedKubernetes"', '"PrePaid"', '"PostPaid"', '"172.16.0.0/12"', '"10.0.0.0/33"', '"vpc-xxx"',
  '"${X}"', '"Hello@1234"', '"中文，😀"', '"\\ud83d\\ude00"', '"{\\"a\\":1}"', '"a\tb"', "'single'", 'True', '007', '，', '“x”',
  '// note\n', '/* note */', '/*', '{{ x }}', '\uFEFF',
]
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g

function byteMutant(bytes, number) {
  const out = [...bytes]
  for (let times = 1 + number(3); times > 0; times--) {
    const at = number(out.length + 1)
    const what = number(3)
    if (what === 0) out.splice(at, 1)
    else if (what === 1) out.splice(at, 1, BYTES[number(BYTES.length)])
    else out.splice(at, 0, BYTES[number(BYTES.length)])
  }
  return Buffer.from(out)
}

function tokenMutant(bytes, number) {
  let text = bytes.toString('utf8')
  for (let times = 1 + number(4); times > 0; times--) {
    const tokens = [...text.matchAll(TOKEN)]
    if (tokens.length === 0) break
    const one = tokens[number(tokens.length)]
    const other = tokens[number(tokens.length)]
    const by = [TOKENS[number(TOKENS.length)], other[0], '', one[0] + one[0]][number(4)]
    text = text.slice(0, one.index) + by + text.slice(one.index + one[0].length)
  }
  return Buffer.from(text)
}

/** `count` mutants, half of them broken byte by byte, half changed piece by piece. */
export function mutants(count) {
  const number = numbers(20240115)
  const sources = [...requests(), ...bodies(20).map((body) => Buffer.from(body))]
  return Array.from({ length: count }, (_, at) =>
    (at % 2 ? byteMutant : tokenMutant)(sources[number(sources.length)], number),
  )
}
