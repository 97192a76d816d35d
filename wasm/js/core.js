/**
 * The API over the module. Texts go in as UTF-8 through a buffer of the module, findings come out as JSON.
 */
import * as glue from './acklint.js'

/** The instance's exports; its memory moves when it grows. */
let exports
let memory

export function start(instance) {
  exports = instance
  memory = new Uint8Array(exports.memory.buffer)
}

const encoder = new TextEncoder()

/** Writes a text into the module's buffer and returns its length in bytes. */
function put(text) {
  if (!exports) throw new Error('acklint: call `await init()` first')
  if (typeof text !== 'string') return putBytes(text)
  // Three bytes are the most that one unit of UTF-16 takes.
  if (text.length > 1 << 20) return putBytes(encoder.encode(text))
  const at = glue.input(text.length * 3)
  if (memory.length === 0) memory = new Uint8Array(exports.memory.buffer)
  return encoder.encodeInto(text, memory.subarray(at, at + text.length * 3)).written
}

function putBytes(bytes) {
  const at = glue.input(bytes.length)
  if (memory.length === 0) memory = new Uint8Array(exports.memory.buffer)
  memory.set(bytes, at)
  return bytes.length
}

const flags = (options) =>
  (options?.lang === 'zh' ? 1 : 0) | (options?.jsonc ? 2 : 0) | (options?.allowPlaceholders ? 4 : 0)
const most = (options) => options?.maxFindings ?? 1000

export function check(text, options) {
  const found = glue.check(put(text), flags(options), most(options))
  return found === undefined ? [] : JSON.parse(found)
}

export function secrets(text) {
  return JSON.parse(glue.secrets(put(text)))
}
