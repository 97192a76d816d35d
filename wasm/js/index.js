import * as glue from './acklint.js'
import { start } from './core.js'

export { addFacts, addPack, check, clearFacts, explain, fields, fix, Form, rules, schema, secrets } from './core.js'

// Written out one by one, so that bundlers see which files belong to the page.
const files = {
  'docs.json': () => new URL('./docs.json', import.meta.url),
  'schema.json': () => new URL('./schema.json', import.meta.url),
}

async function read(name) {
  const answer = await fetch(files[name]())
  if (!answer.ok) throw new Error(`acklint: ${name}: ${answer.status}`)
  return answer.json()
}

async function full() {
  const glue = await import('./full.js')
  return [glue, await glue.default()]
}

let loading

/** Loads the module: from beside this file, unless another place is given. */
export function init(source) {
  loading ??= glue
    .default(source === undefined ? undefined : { module_or_path: source })
    .then((instance) => start(glue, instance, { read, full }))
    .catch((error) => {
      loading = undefined
      throw error
    })
  return loading
}
