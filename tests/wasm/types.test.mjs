import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { requests } from './requests.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const tsc = join(here, 'node_modules/typescript/bin/tsc')

test('the types hold for what really comes out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'acklint-types-'))
  try {
    execFileSync(process.execPath, [tsc, '--project', here, '--noEmit', 'false', '--outDir', folder], { stdio: 'inherit' })
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(join(here, '../../wasm/pkg'), join(folder, 'node_modules/acklint'))
    const { run } = await import(pathToFileURL(join(folder, 'types.js')).href)
    await run([...requests().map((bytes) => bytes.toString('utf8')), '', '{ "login_password": "Hello@1234", }'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the package names files that are there', () => {
  const pkg = join(here, '../../wasm/pkg')
  const { exports, types } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'))
  const files = Object.values(exports).flatMap((one) => (typeof one === 'string' ? one : Object.values(one)))
  for (const file of [types, ...files]) assert.ok(readFileSync(join(pkg, file)).length > 0, file)
})
