import { readFileSync } from 'node:fs'
import * as glue from './acklint.js'
import { start } from './core.js'

export { addFacts, addPack, check, clearFacts, explain, fields, fix, Form, rules, schema, secrets } from './core.js'

const read = async (url) => JSON.parse(readFileSync(url, 'utf8'))
const load = (url) => new WebAssembly.Instance(new WebAssembly.Module(readFileSync(url))).exports

start(glue, load(new URL('./acklint_bg.wasm', import.meta.url)), { read, load })

/** The module is there already. */
export async function init() {}
