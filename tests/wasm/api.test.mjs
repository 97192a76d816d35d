import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as acklint from '../../wasm/pkg/node.js'
import { numbers, requests } from './requests.mjs'

const { check, fix, Form } = acklint
const rulesOf = (findings) => findings.map((finding) => finding.rule)
const apply = (text, edits) =>
  [...edits]
    .sort((a, b) => b.span.start.offset - a.span.start.offset || b.span.end.offset - a.span.end.offset)
    .reduce((text, { span, text: by }) => text.slice(0, span.start.offset) + by + text.slice(span.end.offset), text)

test('check tells faults with their places', () => {
  const text = '{ "name": "集群😀", "cluster_type": "Kubernetes", "key_pair": "k", "login_password": "Hello@1234" }'
  const both = check(text).find((finding) => finding.rule === 'both-login-methods')
  assert.equal(text.slice(both.span.start.offset, both.span.end.offset), '"Hello@1234"')
  assert.equal(both.pointer, '/login_password')
  assert.equal(both.related[0].pointer, '/key_pair')
  assert.notEqual(check(text, { lang: 'zh' }).find((f) => f.rule === both.rule).message, both.message)
})

test('options', () => {
  const text = '{ // note\n "vpcid": "vpc-xxx", }'
  assert.ok(rulesOf(check(text)).includes('comment-in-json'))
  const jsonc = rulesOf(check(text, { jsonc: true }))
  assert.ok(!jsonc.includes('comment-in-json') && !jsonc.includes('trailing-comma'))
  assert.ok(jsonc.includes('placeholder-value'))
  assert.ok(!rulesOf(check(text, { allowPlaceholders: true })).includes('placeholder-value'))
  const cut = check(text, { maxFindings: 2 })
  assert.deepEqual([cut.length, cut.at(-1).rule], [3, 'too-many-findings'])
})

test('strange texts', () => {
  for (const text of ['', ' ', '\0', '\uD83D', '{"a":"\uD83D"}', '['.repeat(100_000), '{"a":'.repeat(5000), 'é'.repeat(1 << 20)]) {
    assert.ok(check(text).length > 0)
    assert.equal(typeof fix(text).text, 'string')
  }
  assert.equal(check(new Uint8Array([0xff, 0xfe, 0x7b, 0])).length > 0, true)
})

test('fix repairs what is safe, and adds no error', () => {
  const { text, applied } = fix('{ "snat_entry": "true" "ssh_flags": True, }')
  assert.deepEqual([text, applied], ['{ "snat_entry": true, "ssh_flags": true }', 4])
  for (const bytes of requests()) {
    const before = bytes.toString('utf8')
    const errors = (text) => check(text).filter((finding) => finding.level === 'error').length
    const fixed = fix(before)
    assert.ok(errors(fixed.text) <= errors(before))
    assert.equal(fix(fixed.text).text, fixed.text)
  }
})

test('secrets are found, and told by nothing', () => {
  const word = 'Zx9#kept-quiet'
  const text = `{ "login_password": "${word}", "key_pair": "k", "nodepools": [{ "scaling_group": { "login_password": "${word}" } }] }`
  const places = acklint.secrets(text).map(({ start, end }) => text.slice(start.offset, end.offset))
  assert.deepEqual(places, [`"${word}"`, `"${word}"`])
  for (const lang of ['en', 'zh']) assert.ok(!JSON.stringify(check(text, { lang })).includes(word))
  const form = new Form('{}')
  const change = form.set('/login_password', word)
  const { edits, ...told } = change
  assert.ok(!JSON.stringify(told).includes(word))
})

test('a form keeps comments, and tells what came and went', () => {
  const form = new Form('{\n  "key_pair": "k" // ours\n}', { jsonc: true })
  const change = form.set('/login_password', 'Hello@1234')
  assert.deepEqual(rulesOf(change.added.filter((f) => f.level === 'error')).includes('both-login-methods'), true)
  assert.equal(form.text, '{\n  "key_pair": "k", // ours\n  "login_password": "Hello@1234"\n}')
  const back = form.remove('/key_pair')
  assert.ok(rulesOf(back.removed).includes('both-login-methods'))
  assert.equal(form.remove('/key_pair'), undefined)
  assert.equal(form.set('/login_password/x', 1), undefined)
  form.insert('/master_vswitch_ids', 'vsw-1')
  form.insert('/master_vswitch_ids/0', 'vsw-0')
  form.set('/runtime/name', 'docker')
  form.set('/tags', [{ key: 'a', value: 'b' }])
  assert.deepEqual(JSON.parse(form.text.replace('// ours', '')), {
    login_password: 'Hello@1234',
    master_vswitch_ids: ['vsw-0', 'vsw-1'],
    runtime: { name: 'docker' },
    tags: [{ key: 'a', value: 'b' }],
  })
  form.free()
  form.free()
  assert.throws(() => form.text, /freed/)
})

test('a form says what a check says, whatever is done to it', () => {
  const number = numbers(5)
  const values = ['', 'x', 3, true, null, [], {}, ['a'], { key: 'k' }, 'PrePaid', 'Kubernetes', '172.16.0.0/12', '中文']
  for (const bytes of requests().slice(0, 12)) {
    const options = { jsonc: true, lang: number(2) ? 'zh' : 'en' }
    const form = new Form(bytes.toString('utf8'), options)
    for (let round = 0; round < 25; round++) {
      const pointers = form.findings.flatMap((f) => [f.pointer, ...f.related.map((r) => r.pointer)]).filter(Boolean)
      const pointer = pointers[number(pointers.length)] ?? '/name'
      const value = values[number(values.length)]
      const before = { text: form.text, findings: form.findings }
      const change = [() => form.set(pointer, value), () => form.remove(pointer), () => form.insert(pointer, value)][number(3)]()
      assert.deepEqual(form.findings, check(form.text, options))
      if (!change) continue
      assert.equal(apply(before.text, change.edits), form.text)
      assert.equal(before.findings.length + change.added.length - change.removed.length, form.findings.length)
    }
    const change = form.setOptions({ ...options, lang: options.lang === 'zh' ? 'en' : 'zh' })
    assert.deepEqual(change.findings, form.findings)
    assert.deepEqual(form.setText('{}').findings, check('{}', { ...options, lang: options.lang === 'zh' ? 'en' : 'zh' }))
  }
})

test('documentation', async () => {
  const rules = await acklint.rules('zh')
  const pack = JSON.parse(readFileSync(new URL('../../crates/ack/pack.json', import.meta.url), 'utf8'))
  for (const rule of pack.rules) assert.ok(rules.some((one) => one.id === rule.id && one.title === rule.text.zh.summary))
  const told = new Set(requests().flatMap((bytes) => rulesOf(check(bytes))))
  for (const id of told) assert.ok((await acklint.explain(id))?.why, id)
  assert.equal(await acklint.explain('no-such-rule'), undefined)
  const field = await acklint.explain('/nodepools/0/count', 'en')
  assert.equal(field.path, 'nodepools[].count')
  const fields = await acklint.fields('en')
  const type = fields.find((one) => one.path === 'cluster_type')
  assert.ok(type.values.some(({ value }) => value === 'Kubernetes') && type.text)
  assert.equal((await acklint.schema()).type, 'object')
})

test('facts of the account', async () => {
  const answer = { Vpcs: { Vpc: [{ VpcId: 'vpc-2zeik9h3ahvv2zz95c0ab', CidrBlock: '172.16.0.0/12' }] } }
  const text = '{ "vpcid": "vpc-2zeik9h3ahvv2zz95c0ab", "service_cidr": "10.0.0.0/20" }'
  const overlaps = (findings) => rulesOf(findings).includes('service-cidr-overlaps-vpc')
  acklint.clearFacts()
  await assert.rejects(acklint.addFacts('{}'))
  await assert.rejects(acklint.addFacts('{}', 'zh'), /[\u4e00-\u9fff]/)
  const older = new Form(text)
  await acklint.addFacts(JSON.stringify(answer))
  const form = new Form(text)
  assert.ok(!overlaps(form.findings))
  assert.ok(overlaps(form.set('/service_cidr', '172.21.0.0/20').added))
  assert.deepEqual(form.findings, check(form.text))
  assert.ok(overlaps(form.set('/service_cidr', '10.0.0.0/20').removed))
  assert.ok(overlaps(check(text.replace('10.0', '172.21'))))
  acklint.clearFacts()
  assert.ok(!overlaps(check(text.replace('10.0', '172.21'))))
  older.free()
  assert.ok(!overlaps(new Form(text.replace('10.0', '172.21')).findings))
})

test("rules of one's own", async () => {
  const text = { summary: 's', message: '{name} must begin with team-', help: 'rename it', why: 'w' }
  const rule = {
    id: 'team-name', level: 'warning', certainty: 'elsewhere', source: { page: 'ours', row: 'names' },
    require: { matches: { of: 'name', regex: '^team-[a-z]+$' } }, text: { en: text, zh: text },
  }
  const pages = { ours: { en: 'Ours', zh: '我们的', url: 'https://example.com/names', date: '2024-01-01' } }
  const older = new Form('{"name":"x"}')
  await acklint.addPack(JSON.stringify({ name: 'team', pages, rules: [rule] }))
  assert.ok(rulesOf(check('{"name":"x"}')).includes('team/team-name'))
  assert.ok(!rulesOf(check('{"name":"team-a"}')).includes('team/team-name'))
  assert.ok(rulesOf(new Form('{"name":"x"}').findings).includes('team/team-name'))
  assert.ok(!rulesOf(older.findings).includes('team/team-name'))
  await assert.rejects(acklint.addPack('{"rules": 1}'))
  await assert.rejects(acklint.addPack(JSON.stringify({ name: 'b', rules: [{ ...rule, require: { set: 'nothing' } }] })), /nothing/)
  assert.ok(rulesOf(check('{"name":"x"}')).includes('team/team-name'), 'a pack with faults changes nothing')
})
