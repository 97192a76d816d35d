import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../wasm/pkg/node.js'
import { nativeFindings } from './native.mjs'
import { mutants, requests } from './requests.mjs'

const texts = [...requests(), ...mutants(1000)]

for (const [flags, options] of [
  [0, {}],
  [7, { lang: 'zh', jsonc: true, allowPlaceholders: true }],
]) {
  test(`the same findings as natively, ${JSON.stringify(options)}`, () => {
    const native = nativeFindings(texts, flags)
    assert.equal(native.length, texts.length)
    let found = 0
    for (const [at, text] of texts.entries()) {
      const findings = check(text, options)
      assert.equal(JSON.stringify(findings), native[at], `text ${at}`)
      found += findings.length
    }
    assert.ok(found > texts.length, 'mutants have faults')
  })
}

test('a text is as good as its bytes', () => {
  for (const bytes of texts) {
    const text = bytes.toString('utf8')
    if (!Buffer.from(text).equals(bytes)) continue
    assert.deepEqual(check(text), check(bytes))
  }
})

test('offsets are those of the string', () => {
  for (const text of texts.map((bytes) => bytes.toString('utf8'))) {
    for (const finding of check(text)) {
      const spans = [finding, ...finding.related, ...finding.fixes.flatMap((fix) => fix.edits)].map((one) => one.span)
      for (const { start, end } of spans) {
        assert.ok(start.offset <= end.offset && end.offset <= text.length)
        for (const place of [start, end]) {
          const before = text.slice(0, place.offset)
          const lines = before.split(/\r\n|\n|\r(?!\n)/)
          if (before.endsWith('\r') && text[place.offset] === '\n') continue
          assert.deepEqual([place.line, place.column], [lines.length, lines.at(-1).length + 1])
        }
      }
    }
  }
})
