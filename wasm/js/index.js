import * as glue from './acklint.js'
import { start } from './core.js'

export { addFacts, addPack, check, clearFacts, explain, fields, fix, Form, rules, schema, secrets } from './core.js'

async function get(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`acklint: ${url}: ${answer.status}`)
  return answer
}

const read = async (url) => (await get(url)).json()

/** Compiles a module, while it still arrives if the server says what it is, and gives its exports. */
async function load(source) {
  source = await source
  if (typeof source === 'string' || source instanceof URL) source = await get(source)
  if (source instanceof Response) {
    const streams = source.headers.get('content-type') === 'application/wasm'
    source = await (streams ? WebAssembly.compileStreaming(source) : source.arrayBuffer())
  }
  const made = await WebAssembly.instantiate(source)
  return (made.instance ?? made).exports
}

let loading

/** Loads the module: from beside this file, unless another place is given. */
export function init(source = new URL('./acklint_bg.wasm', import.meta.url)) {
  loading ??= load(source)
    .then((module) => start(glue, module, { read, load }))
    .catch((error) => {
      loading = undefined
      throw error
    })
  return loading
}
