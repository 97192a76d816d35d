// The page without a mouse, on small screens, and for screen readers.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { launch, open, serve, textOf } from './harness.mjs'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let site, chrome
before(async () => {
  site = await serve()
  chrome = await launch()
})
after(async () => {
  await chrome?.close()
  site?.close()
})

const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return { name: at?.getAttribute('aria-label') ?? at?.textContent?.trim().slice(0, 60) ?? '', class: at?.className ?? '', line: at?.closest('[data-at]')?.dataset.at }
  })

async function tabTo(page, wanted, most = 120) {
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab')
    if (wanted(await focused(page))) return n + 1
  }
  assert.fail(`not reached by ${most} presses of Tab`)
}

test('keyboard only: skip to the form, go through the list, jump, fix', async () => {
  const { page, faults } = await open(chrome.browser, site.url)
  await page.keyboard.press('Tab')
  assert.equal((await focused(page)).name, 'Skip to the form')
  await page.keyboard.press('Enter')
  await tabTo(page, (at) => at.line === '/name', 20)
  await page.keyboard.press('End')
  await page.keyboard.type('-2')
  assert.match(await textOf(page), /"name":"ACK专有版-2"/)

  // From the list: down, up, Enter goes to the field.
  await page.locator('.filter-level').first().focus()
  await tabTo(page, (at) => at.class.includes('row-jump'), 8)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  const row = page.locator('.row', { has: page.locator(':focus') })
  while (!(await row.innerText()).includes('both-login-methods')) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('[data-at]')?.dataset.at === '/login_password')

  // A fix is reached and pressed from there.
  const before = await page.locator('.row.is-error').count()
  await tabTo(page, (at) => at.class.includes('fix '), 6)
  await page.keyboard.press('Enter')
  await page.waitForFunction((n) => document.querySelectorAll('.row.is-error').length === n - 1, before)

  // The editor can be left with Escape, though Tab indents in it.
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.editor') === null), true)

  // Menus: arrows and Escape.
  await page.getByRole('button', { name: 'Samples' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.match((await focused(page)).name, /^Flannel/)
  await page.keyboard.press('Escape')
  assert.equal((await focused(page)).name, 'Samples')
  assert.deepEqual(faults, [])
  await page.close()
})

for (const theme of ['light', 'dark']) {
  for (const [width, height] of [[1280, 860], [375, 760]]) {
    test(`axe finds no serious fault: ${theme}, ${width} px`, async () => {
      const { page } = await open(chrome.browser, site.url, { theme, width, height })
      await page.addScriptTag({ path: axe }).catch(async () => page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8')))
      const views = width < 900 ? ['form', 'json', 'problems'] : ['all']
      for (const view of views) {
        if (view !== 'all') await page.click(`#tab-${view}`)
        if (view !== 'json' && view !== 'problems') await page.locator('.group').evaluateAll((all) => all.forEach((one) => (one.open = true)))
        const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }))
        const bad = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
        assert.deepEqual(bad.map(({ id, nodes }) => `${view}: ${id}: ${nodes.slice(0, 5).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')} (${nodes.length})`), [])
      }
      await page.close()
    })
  }
}

for (const width of [360, 375, 768, 1280]) {
  test(`nothing runs out of the page at ${width} px`, async () => {
    const { page } = await open(chrome.browser, site.url, { width, height: 760 })
    for (const view of width < 900 ? ['form', 'json', 'problems'] : ['form']) {
      if (width < 900) await page.click(`#tab-${view}`)
      const over = await page.evaluate(() => {
        const wide = [...document.querySelectorAll('.left *, .toolbar *, .problems *')].filter((one) => {
          const { right, width } = one.getBoundingClientRect()
          return width > 1 && right > innerWidth + 1 && !one.closest('.sections, .menu-list')
        })
        return [document.scrollingElement.scrollWidth - innerWidth, wide.slice(0, 5).map((one) => `${one.tagName}.${one.getAttribute('class')}`)]
      })
      assert.deepEqual(over, [0, []])
    }
    await page.close()
  })
}
