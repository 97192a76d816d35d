/**
 * The API over the module. Texts go in as UTF-8 through a buffer of the module, findings come out as JSON.
 */

/** The module in use, once it is loaded: the functions of its glue, and its memory. */
let wasm

/** What the surroundings can do: read a JSON file, and load a module. */
let host

export function start(glue, module, surroundings) {
  glue.__wbg_set_wasm(module)
  wasm = { ...glue, memory: module.memory, bytes: new Uint8Array(module.memory.buffer) }
  host = surroundings
}

const encoder = new TextEncoder()

function ready() {
  if (!wasm) throw new Error('acklint: call `await init()` first')
  return wasm
}

/** A view of the module's memory. */
function view(to, at, length) {
  // Memory that grew is another.
  if (to.bytes.length === 0) to.bytes = new Uint8Array(to.memory.buffer)
  return to.bytes.subarray(at, at + length)
}

/** A view of the module's buffer, for `length` bytes. */
const room = (to, length) => view(to, to.input(length), length)

/** The module's answer, of `length` bytes: an empty text if it has none. */
function told(to, length) {
  if (length === 0) return ''
  // Safari's decoders fail after two gigabytes, so none is kept.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(view(to, to.answer(), length))
}

/** Writes a text into the module's buffer and returns its length in bytes. */
function put(to, text) {
  if (typeof text === 'string') {
    // Three bytes are the most that one unit of UTF-16 takes.
    if (text.length < 1 << 20) return encoder.encodeInto(text, room(to, text.length * 3)).written
    text = encoder.encode(text)
  }
  room(to, text.length).set(text)
  return text.length
}

const flags = (options) =>
  (options?.lang === 'zh' ? 1 : 0) | (options?.jsonc ? 2 : 0) | (options?.allowPlaceholders ? 4 : 0)
const most = (options) => options?.maxFindings ?? 1000

export function check(text, options) {
  const to = ready()
  const length = to.check(put(to, text), flags(options), most(options))
  return length === 0 ? [] : JSON.parse(told(to, length))
}

export function fix(text, options) {
  const to = ready()
  return JSON.parse(told(to, to.fix(put(to, text), flags(options), most(options))))
}

export function secrets(text) {
  const to = ready()
  return JSON.parse(told(to, to.secrets(put(to, text))))
}

/** How many forms there were at once, and the numbers of those that are closed. */
let forms = 0
const closed = []

const close = ([to, id]) => {
  to.form_close(id)
  closed.push(id)
}

/** Forms nobody holds any more are closed. */
const forgotten = new FinalizationRegistry(close)

export class Form {
  #to
  #id
  #text
  #findings

  constructor(text, options) {
    this.#to = ready()
    this.#id = closed.pop() ?? forms++
    this.#to.form_open(this.#id, put(this.#to, text), flags(options), most(options))
    forgotten.register(this, [this.#to, this.#id], this)
  }

  get text() {
    return (this.#text ??= this.#ask('form_text'))
  }

  get findings() {
    return (this.#findings ??= JSON.parse(this.#ask('form_findings')))
  }

  set(pointer, value) {
    return this.#edit(0, pointer, json(value, this.text))
  }

  remove(pointer) {
    return this.#edit(1, pointer, '')
  }

  insert(pointer, value) {
    return this.#edit(2, pointer, json(value, this.text))
  }

  setText(text) {
    return this.#change('form_set_text', put(this.#to, text))
  }

  setOptions(options) {
    return this.#change('form_set_options', flags(options), most(options))
  }

  free() {
    if (this.#id === undefined) return
    forgotten.unregister(this)
    close([this.#to, this.#id])
    this.#id = this.#text = this.#findings = undefined
  }

  #ask(what, ...rest) {
    if (this.#id === undefined) throw new Error('acklint: the form was freed')
    return told(this.#to, this.#to[what](this.#id, ...rest))
  }

  #edit(action, pointer, value) {
    const split = encoder.encode(pointer).length
    return this.#change('form_edit', action, split, put(this.#to, pointer + value))
  }

  #change(...what) {
    const answer = this.#ask(...what)
    if (answer === '') return undefined
    const change = JSON.parse(answer)
    this.#text = undefined
    this.#findings = change.findings
    return change
  }
}

/** A value as text, laid out like the text it goes into: objects in lines, if that has lines. */
function json(value, text) {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '
  if (!text.includes('\n') && text.trim() !== '') return JSON.stringify(value)
  // Lists of plain values stand in one line.
  const plain = /\[\n(?:\s*(?:"(?:\\.|[^"\\])*"|[\w.+-]+),?\n)+\s*\]/g
  return JSON.stringify(value, undefined, unit).replace(
    plain,
    (list) => `[${list.slice(1, -1).trim().replace(/\n\s*/g, ' ')}]`,
  )
}

let documentation

/** What tells of rules and fields, loaded with its data when it is asked for. */
async function docs() {
  ready()
  const data = new URL('./docs.json', import.meta.url)
  documentation ??= Promise.all([import('./docs.js'), host.read(data)])
  const [{ of }, all] = await documentation
  return of(all)
}

export const rules = async (lang) => (await docs()).rules(lang)
export const fields = async (lang) => (await docs()).fields(lang)
export const explain = async (name, lang) => (await docs()).explain(name, lang)

let described

export async function schema() {
  ready()
  return (described ??= host.read(new URL('./schema.json', import.meta.url)))
}

let larger

/** The module that knows packs and facts, in place of the one in use. */
const full = () =>
  (larger ??= Promise.all([import('./full.js'), host.load(new URL('./full_bg.wasm', import.meta.url))])
    .then(([glue, module]) => {
      start(glue, module, host)
      return wasm
    })
    .catch((error) => {
      larger = undefined
      throw error
    }))

/** Gives it a text; throws what it finds wrong. */
async function add(what, text, ...rest) {
  ready()
  const to = await full()
  const length = to[what](put(to, text), ...rest)
  if (length > 0) throw new Error(told(to, length))
}

export const addPack = (text) => add('add_pack', text)
export const addFacts = (text, lang) => add('add_facts', text, flags({ lang }))

export function clearFacts() {
  // Without the larger module there are none.
  ready().clear_facts?.()
}
