// From the key to the findings on the page: 16 ms at the 95th percentile, on the documentation's sample.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launch, open, serve } from './harness.mjs'

/** Milliseconds, at the 95th percentile. Printed beside what is measured: time depends on the machine, so no test fails by it. */
const GOAL = 16
const KEYS = 130

/**
 * In the page: from the time stamp of the key event until the last change of list or form that it brings is in the
 * document and laid out; how much of that was waiting for the page to be called; and until the frame after.
 */
function measure() {
  const keys = []
  addEventListener('keydown', (event) => keys.push({ stamp: event.timeStamp, waited: performance.now() - event.timeStamp }), true)
  const boxes = ['.problems-scroll', '.form-inner', '.editor'].map((name) => document.querySelector(name))
  const shown = () => document.querySelector('.rows').textContent
  const seen = new MutationObserver(() => {
    const key = keys.at(-1)
    if (!key) return
    for (const box of boxes) box.getBoundingClientRect()
    key.total = performance.now() - key.stamp
    key.shown = shown()
    if (!key.frame) requestAnimationFrame(() => setTimeout(() => (key.frame = performance.now() - key.stamp)))
  })
  for (const box of boxes.slice(0, 2)) seen.observe(box, { subtree: true, childList: true, characterData: true, attributes: true })
  globalThis.measured = () => {
    const done = keys.filter((key) => key.total !== undefined)
    return { total: done.map((key) => key.total), waited: done.map((key) => key.waited), frame: done.map((key) => key.frame), states: new Set(done.map((key) => key.shown)).size }
  }
}

const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]
const inMs = (list) => `p50 ${at(list, 0.5).toFixed(1)} ms, p95 ${at(list, 0.95).toFixed(1)} ms`

/** The address block of Pods, taken away and typed anew again and again: each key changes what is found. */
async function type(page) {
  const text = '172.21.0.0/16'
  for (let n = 0; n < KEYS; n++) {
    await page.keyboard.press(n % 26 < 13 ? 'Backspace' : text[n % 13])
    // A fast typist.
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(100)
  return page.evaluate(() => globalThis.measured())
}

const places = {
  form: async (page) => {
    await page.locator('[data-at="/container_cidr"] input').focus()
    await page.keyboard.press('End')
  },
  editor: async (page) => {
    await page.locator('.cm-line', { hasText: '"container_cidr"' }).click()
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  },
}

for (const [name, focus] of Object.entries(places)) {
  test(`from the key to the findings, typed in the ${name}`, async () => {
    const site = await serve()
    const chrome = await launch()
    try {
      const { page } = await open(chrome.browser, site.url)
      await page.evaluate(measure)
      await focus(page)
      const { total, waited, frame, states } = await type(page)
      console.log(`${name}: ${total.length} keys, findings ${inMs(total)}, goal ${GOAL} ms (before the page is called ${inMs(waited)}); next frame ${inMs(frame)}`)
      assert.ok(total.length >= 100, `${total.length} keys`)
      assert.ok(states >= 10, `${states} lists of findings`)
    } finally {
      await chrome.close()
      site.close()
    }
  })
}
