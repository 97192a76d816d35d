// A static server for the built page, and a browser to open it with.
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const dist = process.env.DEMO_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** Serves the folder, under a path of its own, as a static host would. */
export function serve() {
  const asked = []
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname
    asked.push(path)
    const file = normalize(path.replace(/^\/demo\//, '/'))
    const name = join(dist, file.endsWith('/') ? `${file}index.html` : file)
    if (!path.startsWith('/demo/') || !existsSync(name)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(await readFile(name))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${server.address().port}/demo/`, asked, close: () => server.close() }),
    )
  })
}

const path = process.env.CHROMIUM ?? '/usr/bin/chromium'

export async function launch() {
  const profile = await mkdtemp(join(tmpdir(), 'acklint-demo-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    viewport: { width: 1280, height: 860 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  return {
    browser,
    close: async () => {
      await browser.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

/** Opens the page in a tab, with nothing remembered, and collects what goes wrong in it. */
export async function open(browser, url, { hash = '', width = 1280, height = 860, theme = 'light', lang = 'en' } = {}) {
  const page = await browser.newPage()
  const faults = []
  page.on('pageerror', (fault) => faults.push(String(fault)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.addInitScript((lang) => localStorage.getItem('acklint.lang') ?? localStorage.setItem('acklint.lang', lang), lang)
  await page.goto(url + hash)
  await page.waitForSelector('.cm-content', { state: 'attached' })
  return { page, faults }
}

/** The request as the editor has it. */
export const textOf = (page) =>
  page.evaluate(async () => {
    // The editor follows the form before the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const content = document.querySelector('.editor').shadowRoot.querySelector('.cm-content')
    return content.cmTile?.view?.state.doc.toString() ?? content.cmView.view.state.doc.toString()
  })

/** Replaces the whole text as one would: select all, paste. */
export async function paste(page, text) {
  await page.click('.cm-content')
  await page.keyboard.press('Control+A')
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await page.keyboard.press('Control+V')
}
