/** The types against what really comes out: everything here is compiled, and run. */
import assert from 'node:assert/strict'
import {
  addFacts, addPack, check, clearFacts, explain, fields, fix, Form, init, rules, schema, secrets,
  type Change, type Field, type Finding, type Fixed, type Options, type Place, type Rule, type Span,
} from 'acklint'

type Shape = { [key: string]: (value: never) => void }

const string = (value: string) => assert.equal(typeof value, 'string')
const number = (value: number) => assert.ok(Number.isInteger(value) && value >= 0)
const oneOf = (...words: string[]) => (value: string) => assert.ok(words.includes(value), value)
const list = <T>(item: (value: T) => void) => (value: T[]) => {
  assert.ok(Array.isArray(value))
  value.forEach(item)
}
const optional = <T>(inner: (value: T) => void) => (value: T | undefined) => value === undefined || inner(value)

/** Every member has a check, and there are no other members. */
function exact<T extends object>(members: { [K in keyof T]-?: (value: T[K]) => void }) {
  return (value: T) => {
    for (const key of Object.keys(value)) assert.ok(key in members, `unknown member ${key}`)
    for (const key of Object.keys(members) as (keyof T)[]) members[key](value[key])
  }
}

const level = oneOf('error', 'warning', 'info')
const certainty = oneOf('stated', 'implied', 'elsewhere', 'disputed')
const place = exact<Place>({ offset: number, line: number, column: number })
const span = exact<Span>({ start: place, end: place })
const edit = exact<Change['edits'][number]>({ span, text: string })
const finding = exact<Finding>({
  rule: string, level, certainty, pointer: string, message: string, help: optional(string), url: optional(string), span,
  related: list(exact<Finding['related'][number]>({ pointer: string, span, message: string })),
  fixes: list(exact<Finding['fixes'][number]>({ title: string, safety: oneOf('safe', 'unsafe', 'choice'), edits: list(edit) })),
})
const change = exact<Change>({ added: list(finding), removed: list(finding), findings: list(finding), edits: list(edit) })
const rule = exact<Rule>({
  id: string, topic: string, level, certainty, title: string, why: string, url: optional(string),
  invalid: list(string), valid: list(string),
})
const any = () => {}
const type = oneOf('string', 'integer', 'number', 'boolean', 'object', 'map', 'array', 'any')
const field = exact<Field>({
  path: string, type, items: optional(type), section: optional(string), default: any, unit: optional(string), example: any,
  secret: any, embedded: optional(string), status: optional(string), replaced_by: optional(string), unless: optional(string),
  id_prefix: optional(string), closed: any, text: string,
  values: optional(list(exact<NonNullable<Field['values']>[number]>({ value: any, label: optional(string) }))),
})

export async function run(texts: string[]): Promise<void> {
  await init()
  const options: Options = { lang: 'zh', jsonc: true, allowPlaceholders: false, maxFindings: 50 }
  for (const text of texts) {
    list(finding)(check(text))
    list(finding)(check(new TextEncoder().encode(text), options))
    exact<Fixed>({ text: string, applied: number })(fix(text, options))
    list(span)(secrets(text))
    const form = new Form(text, options)
    string(form.text)
    list(finding)(form.findings)
    optional(change)(form.set('/tags', [{ key: 'a', value: null }]))
    optional(change)(form.insert('/tags/-', { key: 'b' }))
    optional(change)(form.remove('/tags'))
    change(form.setOptions({}))
    change(form.setText('{}'))
    form.free()
  }
  list(rule)(await rules())
  list(field)(await fields('zh'))
  optional(any)(await explain('name'))
  assert.equal(typeof (await schema()), 'object')
  await assert.rejects(addPack('?'))
  await assert.rejects(addFacts('?'))
  clearFacts()
  // @ts-expect-error a language there is no
  check('{}', { lang: 'fr' })
}

export const shapes: Shape = { change, finding }
