import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The package of the linter; `cargo xtask wasm` builds it. */
const linter = process.env.ACKLINT_PKG ?? at('../wasm/pkg/index.js')
const module = at('../wasm/pkg/acklint_bg.wasm')

/**
 * The part of the baked rule pack the form is made from: fields, known values, baselines; and the request that the
 * documentation page gives as its sample, byte for byte.
 */
function model(): Plugin {
  const id = 'virtual:model'
  const pack = at('../crates/ack/pack.json')
  const sample = at('../crates/document/tests/page-sample.jsonc')
  return {
    name: 'acklint-model',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return
      this.addWatchFile(pack)
      this.addWatchFile(sample)
      const { fields, known, baselines, pages, request_page } = JSON.parse(readFileSync(pack, 'utf8'))
      const lists = known.map(({ name, values, closed, labels }) => ({ name, values, closed, labels }))
      const slim = fields.map(({ aliases, ...field }) => field)
      const all = { fields: slim, known: lists, baselines, page: pages[request_page], sample: readFileSync(sample, 'utf8') }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))})`
    },
  }
}

export default defineConfig({
  base: './',
  plugins: [preact(), model()],
  resolve: {
    alias: [
      { find: /^acklint$/, replacement: linter },
      { find: /^acklint\/acklint_bg\.wasm/, replacement: module },
    ],
  },
  server: { fs: { allow: ['..', ...(process.env.ACKLINT_PKG ? ['/'] : [])] } },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
})
