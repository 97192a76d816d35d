import { readFileSync } from 'node:fs'
import { initSync } from './acklint.js'
import { start } from './core.js'

export * from './core.js'

start(initSync({ module: readFileSync(new URL('./acklint_bg.wasm', import.meta.url)) }))

/** The module is there already. */
export async function init() {}
