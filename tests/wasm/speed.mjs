/**
 * A check in Node against JSON.parse and a schema validator (ajv, all errors, compiled) on the same bodies, in one
 * run. How much a schema says decides what it costs, so there are three: types and known values alone; names and the
 * rules about single values as well; and every rule that a schema can say. The check has all rules, and places and
 * messages besides. The second is what people publish as a schema, and what the goal is about.
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
const [request, pack] = [read('schema.json'), read('pack.json')]
const schemas = [
  { name: 'types and known values', schema: request, said: 0 },
  { name: 'names, and rules about single values', ...rulesSchema(request, pack, false) },
  { name: 'every rule that a schema can say', ...rulesSchema(request, pack, true) },
]
const ajv = ({ schema }) => {
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema)
  return () => texts.reduce((refused, text) => refused + !validate(JSON.parse(text)), 0)
}
const rounds = [...schemas.map(ajv), () => texts.reduce((found, text) => found + check(text).length, 0)]
const times = rounds.map(() => [])
/** Bodies refused, or findings, in one round. */
const answers = []
for (let round = 0; round < ROUNDS; round++) {
  for (const [at, run] of rounds.entries()) {
    const start = performance.now()
    answers[at] = run()
    times[at].push(performance.now() - start)
  }
}
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1]
const micros = (at) => (median(times[at]) * 1000) / texts.length
const own = micros(schemas.length)
console.log(`${texts.length} bodies, ${(texts.join('').length / texts.length / 1024).toFixed(1)} KB each`)
for (const [at, { name, said }] of schemas.entries()) {
  const time = micros(at)
  console.log(`${`ajv, ${name}`.padEnd(42)} ${time.toFixed(1).padStart(6)} µs, ${String(said).padStart(3)} rules at their places, ${answers[at]} refused; acklint is ${(time / own).toFixed(2)} x as fast`)
}
const { all } = schemas.at(-1)
console.log(`${'acklint'.padEnd(42)} ${own.toFixed(1).padStart(6)} µs, ${all} rules at their places, ${answers.at(-1)} findings`)
const ratio = micros(1) / own
console.log(`${ratio.toFixed(2)} x as fast as the second; must ${must}, aim ${aim}`)
if (ratio < must) process.exitCode = 1
