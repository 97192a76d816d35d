/** The package as a project gets it: packed, installed into an empty one, imported by its name. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './native.mjs'

const SCRIPT = `
import { addPack, check, explain, fields, fix, Form, init, rules, schema } from 'acklint'
await init()
await addPack(JSON.stringify({ name: 'team', rules: [] }))
const rule = await explain('both-login-methods', 'zh')
console.log(JSON.stringify({
  found: check('{ "key_pair": "k", "login_password": "Hello@1234" }').map((finding) => finding.rule),
  added: new Form('{"key_pair":"k"}').set('/login_password', 'Hello@1234').added.map((finding) => finding.rule),
  fixed: fix('{"name": "n",}').text,
  title: rule.title,
  counts: [(await rules()).length, (await fields()).length],
  schema: (await schema()).type,
}))
`

test('packed, installed and imported', () => {
  const folder = mkdtempSync(join(tmpdir(), 'acklint-install-'))
  const npm = (...args) => execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' })
  try {
    npm('pack', join(root, 'wasm/pkg'))
    const [archive] = readdirSync(folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    npm('install', `./${archive}`)
    for (const file of ['README.md', 'LICENSE-MIT', 'index.d.ts']) {
      assert.ok(readdirSync(join(folder, 'node_modules/acklint')).includes(file), file)
    }
    writeFileSync(join(folder, 'use.js'), SCRIPT)
    const told = JSON.parse(execFileSync(process.execPath, ['use.js'], { cwd: folder, encoding: 'utf8' }))
    assert.ok(told.found.includes('both-login-methods') && told.added.includes('both-login-methods'))
    assert.equal(told.fixed, '{"name": "n"}')
    assert.match(told.title, /[\u4e00-\u9fff]/)
    assert.ok(told.counts.every((count) => count > 100) && told.schema === 'object')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
