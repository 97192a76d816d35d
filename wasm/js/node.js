import { readFileSync } from 'node:fs'
import * as glue from './acklint.js'
import { start } from './core.js'

export { addFacts, addPack, check, clearFacts, explain, fields, fix, Form, rules, schema, secrets } from './core.js'

const file = (name) => readFileSync(new URL(name, import.meta.url))
const read = async (name) => JSON.parse(file(`./${name}`).toString('utf8'))

async function full() {
  const glue = await import('./full.js')
  return [glue, glue.initSync({ module: file('./full_bg.wasm') })]
}

start(glue, glue.initSync({ module: file('./acklint_bg.wasm') }), { read, full })

/** The module is there already. */
export async function init() {}
