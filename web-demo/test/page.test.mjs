// What a visitor does, in a real browser, against the built page.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readFile } from 'node:fs/promises'
import { launch, open, paste, serve, textOf } from './harness.mjs'

const read = (path) => readFile(new URL(path, import.meta.url), 'utf8')
const sample = await read('../../crates/document/tests/page-sample.jsonc')
const baseline = await read('../../rules/ack/baselines/default.json')

let site, chrome
before(async () => {
  site = await serve()
  chrome = await launch()
})
after(async () => {
  await chrome?.close()
  site?.close()
})

/** Opens the page, and looks at the end that nothing went wrong in it. */
const visit = (name, options, act) =>
  test(name, async (t) => {
    const { page, faults } = await open(chrome.browser, site.url, options)
    try {
      await act(page, t)
      assert.deepEqual(faults, [])
    } finally {
      await page.close()
    }
  })

const line = (page, pointer) => page.locator(`[data-at="${pointer}"]`)
const issue = (page, pointer, rule = '') => line(page, pointer).locator(`:scope > .line-body > .issues > .issue, :scope > .issues > .issue`).filter({ hasText: rule })
const rows = (page, rule) => page.locator('.row').filter({ has: page.locator('.row-rule', { hasText: rule }) })
const errors = (page) => page.locator('.row.is-error')
const litInText = (page) => page.locator('.cm-lit').allTextContents()

visit('the page begins with the sample of the documentation, byte for byte, and its four errors', {}, async (page) => {
  assert.equal(await textOf(page), sample)
  await paste(page, sample)
  const found = await errors(page).locator('.row-rule').allTextContents()
  assert.deepEqual(found.toSorted(), ['both-login-methods', 'both-login-methods', 'comment-in-json', 'syntax-error'])
  assert.equal(await rows(page, 'unknown-field').count(), 0)

  // Both places of each, in the form and in the text.
  for (const [base, n] of [['', 0], ['/nodepools/0/scaling_group', 1]]) {
    await errors(page).filter({ hasText: 'both-login-methods' }).nth(n).hover()
    for (const name of ['login_password', 'key_pair']) {
      await line(page, `${base}/${name}`).and(page.locator('.is-lit')).waitFor()
      assert.equal(await issue(page, `${base}/${name}`).and(page.locator('.is-error')).count(), 1)
    }
    assert.equal(await page.locator('.line.is-lit').count(), 2)
  }
  await rows(page, 'both-login-methods').first().locator('.row-jump').click()
  await page.waitForFunction(() => document.querySelector('.editor').shadowRoot.querySelectorAll('.cm-lit').length >= 2)
  const lit = (await litInText(page)).join(' ')
  assert.match(lit, /sin-name/)
  assert.match(lit, /Hello1234/)
})

visit('a typed overlapping address block is told at both fields', {}, async (page) => {
  await paste(page, baseline)
  assert.equal(await errors(page).count(), 0)
  await line(page, '/container_cidr').locator('input').fill('172.21.0.0/16')
  const row = rows(page, 'pod-service-cidr-overlap')
  await row.waitFor()
  for (const pointer of ['/container_cidr', '/service_cidr']) {
    assert.equal(await issue(page, pointer).and(page.locator('.is-error')).count(), 1, pointer)
    const described = await line(page, pointer).locator('input').getAttribute('aria-describedby')
    const texts = await page.evaluate((ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent), described)
    assert.match(texts.join(' '), /172\.21\.0\.0\/16/)
  }
  assert.match(await textOf(page), /"container_cidr": "172\.21\.0\.0\/16"/)
})

visit('a fix is applied by click, in the list, at the field, and all safe ones at once', {}, async (page) => {
  await rows(page, 'both-login-methods').first().locator('.fix').filter({ hasText: 'key_pair' }).first().click()
  await page.waitForFunction(() => document.querySelectorAll('.row.is-error').length === 3)
  const text = await textOf(page)
  assert.equal(text.includes('"sin-name"') && text.includes('"Hello1234",\n    "addons"'), false)
  assert.match(text, /\/\/ Master节点付费周期/)

  await page.locator('.toolbar .primary').click()
  await page.waitForFunction(() => !document.querySelector('.row-rule')?.textContent.includes('comment-in-json'))
  JSON.parse(await textOf(page))
  assert.equal(await rows(page, 'syntax-error').count(), 0)
  assert.equal(await rows(page, 'both-login-methods').count(), 1)

  await line(page, '/nodepools/0/scaling_group/login_password').locator('.fix').first().click()
  await page.waitForFunction(() => document.querySelectorAll('.row.is-error').length === 0)

  await page.getByRole('button', { name: 'Undo' }).click()
  await rows(page, 'both-login-methods').first().waitFor()
})

visit('the language changes all texts, and is remembered', {}, async (page) => {
  await page.getByRole('button', { name: '中文' }).click()
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN')
  await page.getByRole('heading', { name: '基本配置' }).waitFor()
  for (const text of await page.locator('.row-jump').allTextContents()) assert.match(text, /\p{Script=Han}/u)
  assert.match(await issue(page, '/login_password').first().innerText(), /\p{Script=Han}/u)
  await page.reload()
  await page.getByRole('heading', { name: '基本配置' }).waitFor()
  const kept = await page.evaluate(() => Object.keys(localStorage).toSorted())
  assert.deepEqual(kept.filter((key) => !['acklint.lang', 'acklint.theme'].includes(key)), [])
  await page.evaluate(() => localStorage.setItem('acklint.lang', 'en'))
})

visit('broken JSON leaves the form in use, and repaired it is whole again', {}, async (page) => {
  const broken = baseline.replace('"master_count": 3', '"master_count": ')
  await paste(page, broken)
  await rows(page, 'syntax-error').waitFor()
  assert.equal(await line(page, '/name').locator('input').inputValue(), 'cluster-demo')
  await line(page, '/name').locator('input').fill('renamed')
  assert.match(await textOf(page), /"name": "renamed"/)
  assert.match(await textOf(page), /"master_count": ,/)
  await paste(page, baseline)
  await page.waitForFunction(() => document.querySelectorAll('.row.is-error').length === 0)
  assert.equal(await line(page, '/master_count').locator('select').inputValue(), '3')
})

visit('form edits keep comments, order and everything else', {}, async (page) => {
  await line(page, '/master_system_disk_size').locator('input').fill('200')
  await line(page, '/snat_entry').locator('.segment').nth(2).click()
  const wanted = sample.replace('"master_system_disk_size":120', '"master_system_disk_size":200').replace('"snat_entry":true', '"snat_entry":false')
  assert.equal(await textOf(page), wanted)
  await line(page, '/pod_vswitch_ids').getByRole('button', { name: 'Add' }).click()
  await page.keyboard.type('vsw-2')
  assert.match(await textOf(page), /"vsw-8vbo5fwyqiw0bbtlq0mc9",\s+"vsw-2"/)
  await line(page, '/pod_vswitch_ids/1').getByRole('button', { name: /Remove/ }).click()
  assert.equal(await textOf(page), wanted)
  assert.equal(await page.evaluate(() => document.activeElement.closest('[data-at]').dataset.at), '/pod_vswitch_ids/0')
})

visit('node pools and add-ons grow and shrink', {}, async (page) => {
  await paste(page, baseline)
  await line(page, '/nodepools/0').getByRole('button', { name: 'Duplicate Node pool 1' }).click()
  await line(page, '/nodepools/1/count').waitFor()
  await rows(page, 'duplicate-node-pool-name').first().waitFor()
  await line(page, '/nodepools/1').getByRole('button', { name: 'Remove Node pool 2' }).click()
  await line(page, '/nodepools/1').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Add node pool' }).click()
  await line(page, '/nodepools/1/nodepool_info').waitFor()
  await line(page, '/addons').getByLabel('Name of the add-on').last().fill('csi-plugin')
  await page.getByRole('button', { name: 'Add add-on' }).click()
  await rows(page, 'duplicate-addon').first().waitFor()
  const config = line(page, '/addons/3/config').getByLabel('sls_project_name')
  await config.fill('k8s-log-demo')
  assert.deepEqual(JSON.parse(JSON.parse(await textOf(page)).addons[3].config), { IngressDashboardEnabled: 'true', sls_project_name: 'k8s-log-demo' })
})

visit('fields without effect are dimmed with the reason, and stay in use', {}, async (page) => {
  await paste(page, baseline)
  const period = line(page, '/master_period')
  await period.and(page.locator('.is-dim')).waitFor()
  assert.match(await period.innerText(), /PrePaid/)
  await line(page, '/master_instance_charge_type').locator('select').selectOption('PrePaid')
  await page.locator('[data-at="/master_period"]:not(.is-dim)').waitFor()
})

visit('a shared link brings the request back, without its secrets', {}, async (page) => {
  await page.getByRole('button', { name: 'Share' }).click()
  const link = page.locator('.dialog input')
  await page.waitForFunction(() => document.querySelector('.dialog input')?.value.includes('#r='))
  assert.match(await page.locator('.dialog').first().innerText(), /3 secret values are left out/)
  const url = await link.inputValue()
  const other = await open(chrome.browser, site.url, { hash: url.slice(url.indexOf('#')) })
  const text = await textOf(other.page)
  assert.equal(text, sample.replaceAll('"Hello1234"', '"****"').replace('"dGhpcyBpcyBhIGV4YW1wbGU="', '"****"'))
  assert.deepEqual(other.faults, [])
  await other.page.close()
})

visit('secrets are dots in the text, but for the one the cursor is in', {}, async (page) => {
  const dots = page.locator('.cm-secret')
  await paste(page, '{\n  "name": "n",\n  "login_password": "Hello@1234"\n}')
  await dots.waitFor()
  assert.equal(await dots.innerText(), '•'.repeat(10))
  assert.equal(await dots.textContent(), 'Hello@1234')
  for (const key of ['ArrowUp', 'End', 'ArrowLeft']) await page.keyboard.press(key)
  await dots.waitFor({ state: 'detached' })
  await page.keyboard.press('5')
  await page.keyboard.press('ArrowUp')
  await dots.waitFor()
  assert.equal(await dots.textContent(), 'Hello@12345')
})

visit('a link that holds no request is told', { hash: '#r=AAAA' }, async (page) => {
  await page.locator('.toast.is-bad').waitFor()
  assert.equal(await textOf(page), sample)
})

visit('facts are taken, and what is none is refused with a reason', {}, async (page) => {
  await page.getByRole('button', { name: 'Facts' }).click()
  await page.setInputFiles('#facts-files', { name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from('{"odd":1}') })
  const refusal = await page.locator('.facts .is-error').innerText()
  assert.match(refusal, /odd\.json: .{8,}/)
  const vpcs = { Vpcs: { Vpc: [{ VpcId: 'vpc-2zeik9h3ahvv2zz95c0ab', CidrBlock: '172.20.0.0/14', SecondaryCidrBlocks: { SecondaryCidrBlock: [] } }] } }
  await page.setInputFiles('#facts-files', { name: 'vpcs.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(vpcs)) })
  await page.locator('.facts .is-good').waitFor()
  await page.keyboard.press('Escape')
  await paste(page, baseline)
  await rows(page, 'container-cidr-overlaps-vpc').waitFor()
})

visit('a file is imported, and the samples are there', {}, async (page) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import' }).click()
  await (await chooser).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(baseline.replaceAll('\n', '\r\n')) })
  await page.locator('.toast').waitFor()
  assert.equal(await textOf(page), baseline)
  for (const name of [/^Terway/, /^Subscription/, /^Sample of/, /^Flannel/]) {
    await page.getByRole('button', { name: 'Samples' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  assert.equal(await textOf(page), baseline)
  assert.equal(await errors(page).count(), 0)
})

visit('comments and placeholders are allowed on demand', {}, async (page) => {
  await page.getByRole('button', { name: 'Settings' }).click()
  for (const [name, rule] of [['Allow comments', 'comment-in-json'], ['Allow placeholders', 'placeholder-value']]) {
    await rows(page, rule).first().waitFor()
    await page.getByRole('menuitemcheckbox', { name }).click()
    await rows(page, rule).first().waitFor({ state: 'detached' })
  }
})

visit('nothing is asked of any other place, and nothing after loading', {}, async (page) => {
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await page.context().setOffline(true)
  await line(page, '/name').locator('input').fill('offline')
  await page.getByRole('button', { name: 'English' }).click()
  await rows(page, 'both-login-methods').first().locator('.row-jump').click()
  await page.context().setOffline(false)
  assert.deepEqual(asked, [])
})
