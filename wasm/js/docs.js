/**
 * What tells of rules and fields. It is loaded with the documentation.
 */

const told = ({ en, zh, ...rest }, lang) => ({ ...rest, ...(lang === 'zh' ? zh : en) })

function field({ en, zh, values, ...rest }, known, lang) {
  const list = values && known[values]
  const label = (value) => list.labels?.[lang === 'zh' ? 'zh' : 'en']?.[value]
  return {
    ...rest,
    ...(list && { values: list.values.map((value) => ({ value, label: label(value) })), closed: list.closed }),
    text: lang === 'zh' ? zh : en,
  }
}

/** The functions over the data. */
export const of = ({ rules, fields, known }) => ({
  rules: (lang) => rules.map((rule) => told(rule, lang)),
  fields: (lang) => fields.map((one) => field(one, known, lang)),
  explain(name, lang) {
    const rule = rules.find((one) => one.id === name)
    if (rule) return told(rule, lang)
    const path = name
      .replace(/^\//, '')
      .replaceAll('/', '.')
      .replace(/\.(\d+|-)(?=\.|$)/g, '[]')
      .replaceAll('[*]', '[]')
      .replace(/\[\]$/, '')
    const found = fields.find((one) => one.path === path)
    return found && field(found, known, lang)
  },
})
