// Pictures of the page to look at: node test/shots.mjs FOLDER
import { mkdir } from 'node:fs/promises'
import { launch, open, serve } from './harness.mjs'

const folder = process.argv[2] ?? 'shots'
await mkdir(folder, { recursive: true })
const site = await serve()
const { browser, close } = await launch()
for (const lang of ['en', 'zh']) {
  for (const theme of ['light', 'dark']) {
    for (const [width, height] of [[1280, 860], [375, 760]]) {
      const { page, faults } = await open(browser, site.url, { lang, theme, width, height })
      await page.evaluate((lang) => localStorage.setItem('acklint.lang', lang), lang)
      await page.reload()
      await page.waitForSelector('.cm-content', { state: 'attached' })
      const shot = (name) => page.screenshot({ path: `${folder}/${lang}-${theme}-${width}-${name}.png` })
      await shot('top')
      for (const section of ['network', 'master', 'addons', 'nodepools']) {
        await page.evaluate((name) => document.getElementById(`section-${name}`).scrollIntoView(), section)
        await page.waitForTimeout(60)
        await shot(section)
      }
      if (width < 900) {
        for (const tab of ['json', 'problems']) {
          await page.click(`#tab-${tab}`)
          await shot(tab)
        }
      }
      for (const fault of faults) console.error(lang, theme, width, fault)
      await page.close()
    }
  }
}
await close()
site.close()
