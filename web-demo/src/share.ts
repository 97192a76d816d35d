import { secretsIn } from './linter'

/** What stands in a shared request for a secret; the linter takes it for a gap to fill. */
const LEFT_OUT = '"****"'
const LIMIT = 1 << 20

/** The text without its secrets, and how many there were. */
export function withoutSecrets(text: string): { text: string; left: number } {
  const spans = secretsIn(text)
    .map(({ start, end }) => [start.offset, end.offset] as const)
    .sort((a, b) => b[0] - a[0])
  let out = text
  let left = 0
  for (const [from, to] of spans) {
    const was = text.slice(from, to)
    if (was === '""' || was === 'null' || was === LEFT_OUT) continue
    const quoted = was.startsWith('"')
    out = out.slice(0, from) + (quoted ? LEFT_OUT : '****') + out.slice(to)
    left++
  }
  return { text: out, left }
}

async function through(bytes: Uint8Array, step: GenericTransformStream, limit: number): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(step as ReadableWritablePair<Uint8Array, Uint8Array>)
  const parts: Uint8Array[] = []
  let size = 0
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > limit) throw new Error('too large')
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}

/** The part of the link after `#`. */
export async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), LIMIT)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `r=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The request in a link's hash; nothing if there is none, and an error if it cannot be read. */
export async function unpack(hash: string): Promise<string | undefined> {
  const match = /^#?r=([\w-]*)$/.exec(hash)
  if (!match) return undefined
  const binary = atob((match[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
  const plain = await through(bytes, new DecompressionStream('deflate-raw'), LIMIT)
  return new TextDecoder('utf-8', { fatal: true }).decode(plain)
}
