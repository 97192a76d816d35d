/**
 * A check in Node against JSON.parse and a schema validator (ajv, all errors, compiled) on the same bodies, in one
 * run. The schema says what a schema can: types, fields, and more than half of the rules. The check has all of them,
 * and places and messages besides.
 */
import { readFileSync } from 'node:fs'
import { check } from '../../wasm/pkg/node.js'
import Ajv from 'ajv/dist/2020.js'
import { bodies } from './native.mjs'
import { rulesSchema } from './rules-schema.mjs'

const ROUNDS = 15
const [must, aim] = [1.3, 2.5]

const texts = bodies(2000)
const read = (name) => JSON.parse(readFileSync(new URL(`../../crates/ack/${name}`, import.meta.url), 'utf8'))
const { schema, said, all } = rulesSchema(read('schema.json'), read('pack.json'))
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema)

let refused = 0
const schemaRound = () => {
  for (const text of texts) if (!validate(JSON.parse(text))) refused++
}
let found = 0
const checkRound = () => {
  for (const text of texts) found += check(text).length
}
const time = (round) => {
  const start = performance.now()
  round()
  return performance.now() - start
}
const [left, right] = [[], []]
for (let round = 0; round < ROUNDS; round++) {
  left.push(time(schemaRound))
  right.push(time(checkRound))
}
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]
const [schemaTime, checkTime] = [median(left), median(right)]
const each = (ms) => `${((ms * 1000) / texts.length).toFixed(1)} µs a body`
console.log(`${texts.length} bodies, ${(texts.join('').length / texts.length / 1024).toFixed(1)} KB each`)
console.log(`the schema says ${said} of ${all} rules at their places`)
console.log(`JSON.parse and ajv   ${each(schemaTime)}, ${refused / ROUNDS} refused`)
console.log(`acklint              ${each(checkTime)}, ${found / ROUNDS} findings`)
const ratio = schemaTime / checkTime
console.log(`${ratio.toFixed(2)} x as fast; must ${must}, aim ${aim}`)
if (ratio < must) process.exitCode = 1
