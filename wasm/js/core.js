/**
 * The API over the module. Texts go in as UTF-8 through a buffer of the module, findings come out as JSON.
 */

/** The module in use, once it is loaded: the functions of its glue, and its memory. */
let wasm

/** What the surroundings can do: load the larger module, and read a JSON file of the package. */
let host

export function start(glue, instance, surroundings) {
  wasm = { ...glue, memory: instance.memory, bytes: new Uint8Array(instance.memory.buffer) }
  host = surroundings
}

const encoder = new TextEncoder()

function ready() {
  if (!wasm) throw new Error('acklint: call `await init()` first')
  return wasm
}

/** A view of the module's buffer, for `length` bytes. */
function room(to, length) {
  const at = to.input(length)
  // Memory that grew is another.
  if (to.bytes.length === 0) to.bytes = new Uint8Array(to.memory.buffer)
  return to.bytes.subarray(at, at + length)
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
  const found = to.check(put(to, text), flags(options), most(options))
  return found === undefined ? [] : JSON.parse(found)
}

export function fix(text, options) {
  const to = ready()
  return JSON.parse(to.fix(put(to, text), flags(options), most(options)))
}

export function secrets(text) {
  const to = ready()
  return JSON.parse(to.secrets(put(to, text)))
}

/** Forms nobody holds any more are closed. */
const forgotten = new FinalizationRegistry(([to, id]) => to.form_close(id))

export class Form {
  #to
  #id
  #text
  #findings

  constructor(text, options) {
    this.#to = ready()
    this.#id = this.#to.form_open(put(this.#to, text), flags(options), most(options))
    forgotten.register(this, [this.#to, this.#id], this)
  }

  get text() {
    this.#open()
    return (this.#text ??= this.#to.form_text(this.#id))
  }

  get findings() {
    this.#open()
    return (this.#findings ??= JSON.parse(this.#to.form_findings(this.#id)))
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
    this.#open()
    return this.#changed(this.#to.form_set_text(this.#id, put(this.#to, text)))
  }

  setOptions(options) {
    this.#open()
    return this.#changed(this.#to.form_set_options(this.#id, flags(options), most(options)))
  }

  free() {
    if (this.#id === undefined) return
    forgotten.unregister(this)
    this.#to.form_close(this.#id)
    this.#id = undefined
  }

  #open() {
    if (this.#id === undefined) throw new Error('acklint: the form was freed')
  }

  #edit(action, pointer, value) {
    this.#open()
    const split = encoder.encode(pointer).length
    const length = put(this.#to, pointer + value)
    return this.#changed(this.#to.form_edit(this.#id, action, split, length))
  }

  #changed(result) {
    if (result === undefined) return undefined
    const change = JSON.parse(result)
    this.#text = undefined
    this.#findings = change.findings
    return change
  }
}

/** A value as text, laid out like the text it goes into: objects in lines, if that has lines. */
function json(value, text) {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '
  if (!text.includes('\n') && text.trim() !== '') return JSON.stringify(value)
  const plain = (item) => item === null || typeof item !== 'object'
  const write = (value, indent) => {
    if (plain(value)) return JSON.stringify(value)
    const inner = indent + unit
    if (Array.isArray(value)) {
      if (value.every(plain)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
      return `[\n${value.map((item) => inner + write(item, inner)).join(',\n')}\n${indent}]`
    }
    const members = Object.entries(value).filter(([, item]) => item !== undefined)
    if (members.length === 0) return '{}'
    return `{\n${members.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner)}`).join(',\n')}\n${indent}}`
  }
  return write(value, '')
}

let documentation
const docs = () => (documentation ??= host ? host.read('docs.json') : Promise.reject(ready()))

const told = ({ en, zh, ...rest }, lang) => ({ ...rest, ...(lang === 'zh' ? zh : en) })

function field({ en, zh, values, ...rest }, known, lang) {
  const list = values && known[values]
  const label = (value) => list.labels?.[lang === 'zh' ? 'zh' : 'en']?.[value]
  return {
    ...rest,
    ...(list && { values: list.values.map((value) => ({ value, label: label(value) })), closed: list.closed }),
    text: lang === 'zh' ? zh : en,
  }
}

export async function rules(lang) {
  return (await docs()).rules.map((rule) => told(rule, lang))
}

export async function fields(lang) {
  const { fields, known } = await docs()
  return fields.map((one) => field(one, known, lang))
}

export async function explain(name, lang) {
  const { rules, fields, known } = await docs()
  const rule = rules.find((one) => one.id === name)
  if (rule) return told(rule, lang)
  const path = name
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/\.(\d+|-)(?=\.|$)/g, '[]')
    .replaceAll('[*]', '[]')
    .replace(/\[\]$/, '')
  const found = fields.find((one) => one.path === path)
  return found && field(found, known, lang)
}

let described
export const schema = () => (described ??= host ? host.read('schema.json') : Promise.reject(ready()))

let larger
/** Facts that were given; another module needs them too. */
let answers = []

export async function addPack(text) {
  ready()
  larger ??= host.full().then(([glue, instance]) => {
    start(glue, instance, host)
    for (const answer of answers) wasm.add_facts(put(wasm, answer), 0)
    return wasm
  })
  const to = await larger
  const faults = to.add_pack(put(to, text))
  if (faults !== undefined) throw new Error(faults)
}

export function addFacts(text, lang) {
  const to = ready()
  const fault = to.add_facts(put(to, text), flags({ lang }))
  if (fault !== undefined) throw new Error(fault)
  answers.push(text)
}

export function clearFacts() {
  ready().clear_facts()
  answers = []
}
