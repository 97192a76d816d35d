/**
 * The rules, as far as JSON Schema can say them: what a schema validator has to do to be compared with a check.
 *
 * A predicate becomes two schemas: one that holds where it is surely true, one that holds unless it is surely false.
 * What has no counterpart, such as overlapping address blocks or sums, is left out.
 */

/** Thrown by what has no counterpart; the site of a rule that needs it is left out. */
class Beyond extends Error {}
const beyond = () => {
  throw new Beyond()
}

const CLASSES = { digit: '0-9', lower: 'a-z', upper: 'A-Z', han: '\\u4e00-\\u9fff' }
const letters = (text) => text.replace(/[\\\]^-]/g, '\\$&')
const some = (classes, also = '') => `[${classes.map((name) => CLASSES[name] ?? beyond()).join('')}${letters(also)}]`

function pattern({ allow, also, not_first, not_last, first, not_in_a_row }) {
  const parts = [
    first && `(?=${some(first)})`,
    not_first && `(?![${letters(not_first)}])`,
    not_last && `(?!.*[${letters(not_last)}]$)`,
    not_in_a_row && `(?!.*[${letters(not_in_a_row)}]{2})`,
  ]
  return `^${parts.filter(Boolean).join('')}${some(allow, also)}*$`
}

const form = (text) =>
  `^${text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&').replaceAll('*', '.*').replaceAll('#', '\\d+')}$`

const oneOfForms = (values) => ({ type: 'string', pattern: values.map((value) => form(String(value))).join('|') })

/** Schemas of one value. */
const VALUE = {
  equals: ({ value }) => ({ const: value }),
  one_of: ({ known = [], values = [] }, { pack }) => {
    const all = [...values, ...known.flatMap((name) => pack.known.find((list) => list.name === name)?.values ?? beyond())]
    return all.some((value) => String(value).endsWith('*')) ? oneOfForms(all) : { enum: all }
  },
  like: ({ any, ignore_case }) => (ignore_case ? beyond() : oneOfForms(any)),
  length: ({ min = 0, max }) => ({ minLength: min, ...(max !== undefined && { maxLength: max }) }),
  chars: (args) => ({ pattern: pattern(args) }),
  range: ({ min, max }) => ({ ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) }),
  holds: ({ is }, site) => formatted(site.pack.formats[is] ?? beyond(), site),
}

/** A format is a predicate about the value at hand. */
function formatted(predicate, site) {
  const [[name, args]] = Object.entries(predicate)
  if (name === 'all') return { allOf: args.map((inner) => formatted(inner, site)) }
  if (name === 'any') return { anyOf: args.map((inner) => formatted(inner, site)) }
  if (name === 'not') return { not: formatted(args, site) }
  if (args.of !== '.') beyond()
  return (VALUE[name] ?? beyond)(args, site)
}

/** The member of the site's object that a name stands for. */
function member(name, { bind }) {
  const known = bind?.[name] ?? name
  return typeof known === 'string' && /^[a-z_]+$/.test(known) ? known : beyond()
}

function convert(predicate, site, sure) {
  const [[name, args]] = Object.entries(predicate)
  const each = (list) => list.map((inner) => convert(inner, site, sure))
  switch (name) {
    case 'all':
      return { allOf: each(args) }
    case 'any':
      return { anyOf: each(args) }
    case 'not':
      return { not: convert(args, site, !sure) }
    case 'set':
      return { required: [member(args, site)] }
    case 'at_most_one':
      return { not: { required: args.map((one) => member(one, site)) } }
    case 'holds':
      if (typeof args !== 'string') break
      return site.at === '$' ? convert(site.pack.conditions[args] ?? beyond(), { pack: site.pack, at: '$' }, sure) : beyond()
    case 'some': {
      const list = member(args.in.replace('[*]', ''), site)
      const contains = convert(args.where, { pack: site.pack, at: 'item' }, sure)
      return { required: [list], properties: { [list]: { contains } } }
    }
    case 'compare': {
      const list = args.left.items?.replace('[*]', '') ?? beyond()
      if (args.is !== '<=' || args.right.value === undefined) beyond()
      return { properties: { [member(list, site)]: { maxItems: args.right.value } } }
    }
    case 'unique':
      if (args.by) beyond()
      return { properties: { [member(args.in.replace('[*]', ''), site)]: { uniqueItems: true } } }
  }
  if (typeof args.of !== 'string' || args.or_default) beyond()
  const field = member(args.of, site)
  const schema = { properties: { [field]: (VALUE[name] ?? beyond)(args, site) } }
  return sure ? { required: [field], ...schema } : schema
}

/** One site of a rule, for objects at that place. */
function siteSchema(rule, site) {
  const conditions = [rule.when, site.when].filter(Boolean).map((when) => convert(when, site, true))
  const [wanted, unwanted] = [site.require ?? (site.forbid ? undefined : rule.require), site.forbid ?? rule.forbid]
  const fault = wanted ? convert(wanted, site, false) : { not: convert(unwanted ?? beyond(), site, true) }
  if (conditions.length && !site.conditional) beyond()
  return conditions.length ? { if: { allOf: conditions }, then: fault } : fault
}

/** Puts a schema among others, as one would write it by hand: what is about one member stands at that member. */
function add(place, schema) {
  const { properties, ...rest } = schema
  for (const [name, about] of Object.entries(properties ?? {})) {
    if (rest.required) return (place.allOf ??= []).push(schema)
    const field = ((place.properties ??= {})[name] ??= {})
    if (Object.keys(about).some((key) => key in field)) (field.allOf ??= []).push(about)
    else Object.assign(field, about)
  }
  if (Object.keys(rest).length > 0) (place.allOf ??= []).push(rest)
}

/** Where the schemas of objects at a place are listed. */
function placeIn(tree, at) {
  if (at === '$') return tree
  return at.split('.').reduce((node, step) => {
    const [name, list] = step.split('[')
    node.properties ??= {}
    const field = (node.properties[name] ??= {})
    return list === undefined ? field : (field.items ??= {})
  }, tree)
}

/**
 * The schema of the request with the rules, and how many sites of rules it says. Without `conditional`, those whose
 * rules depend on other values are left out.
 */
export function rulesSchema(request, pack, conditional) {
  const tree = {}
  let [said, all] = [0, 0]
  for (const rule of pack.rules) {
    const sites = typeof rule.sites === 'string' ? pack.sites[rule.sites] : rule.sites
    for (const site of sites ?? []) {
      all++
      try {
        const schema = siteSchema(rule, { ...site, bind: { ...rule.bind, ...site.bind }, pack, conditional })
        add(placeIn(tree, site.at ?? '$'), schema)
        said++
      } catch (error) {
        if (!(error instanceof Beyond)) throw error
      }
    }
  }
  const closed = structuredClone(request)
  for (const object of [closed, ...Object.values(closed.$defs)]) {
    // Names that the request does not have are told, too.
    if (object.properties) object.additionalProperties ??= false
  }
  const { $defs, ...body } = closed
  return { schema: { allOf: [body, tree], $defs }, said, all }
}
