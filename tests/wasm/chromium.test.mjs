import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import { nativeFindings, root } from './native.mjs'
import { mutants, requests } from './requests.mjs'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.html': 'text/html' }

/** Serves the package and an empty page; anything else would be a request the package must not make. */
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://localhost').pathname)
  if (path === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>acklint</title>')
  const file = join(root, 'wasm/pkg', path)
  if (!existsSync(file)) return response.writeHead(404).end()
  response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain').end(readFileSync(file))
})

let browser, page, origin
const asked = []

before(async () => {
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${server.address().port}`
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  browser = await chromium.launch({ executablePath: CHROMIUM, args })
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(origin)
})

after(async () => {
  await browser?.close()
  server.close()
})

test('the same findings as natively', async () => {
  const texts = [...requests(), ...mutants(1000)]
  const told = await page.evaluate(async (texts) => {
    const acklint = await import('/index.js')
    await acklint.init()
    const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
    return texts.map((text) => JSON.stringify(acklint.check(bytes(text))))
  }, texts.map((text) => text.toString('base64')))
  const native = nativeFindings(texts)
  assert.equal(told.length, native.length)
  for (const [at, findings] of told.entries()) assert.equal(findings, native[at], `text ${at}`)
})

test('forms, documentation and packs', async () => {
  const result = await page.evaluate(async () => {
    const acklint = await import('/index.js')
    let early
    try {
      const fresh = await import('/core.js?again')
      fresh.check('{}')
    } catch (error) {
      early = error.message
    }
    await acklint.init()
    const form = new acklint.Form('{\n  "key_pair": "k" // ours\n}', { jsonc: true })
    const added = form.set('/login_password', 'Hello@1234').added.map((finding) => finding.rule)
    const rules = (await acklint.rules('zh')).length
    await acklint.addPack(JSON.stringify({ name: 'team', rules: [] }))
    return { early, added, rules, text: form.text, schema: (await acklint.schema()).title }
  })
  assert.match(result.early, /init/)
  assert.ok(result.added.includes('both-login-methods') && result.rules > 100 && result.schema)
  assert.equal(result.text, '{\n  "key_pair": "k", // ours\n  "login_password": "Hello@1234"\n}')
})

test('nothing is asked of anyone else', () => {
  for (const url of asked) assert.ok(url.startsWith(origin), url)
})
