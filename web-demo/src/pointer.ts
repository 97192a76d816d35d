/** JSON pointers, and the patterns of the field table that match them (`nodepools[].count`). */

export const join = (base: string, key: string | number) =>
  `${base}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

export const split = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))

export const parent = (pointer: string) => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))

export const last = (pointer: string) => split(pointer).at(-1) ?? ''

const patterns = new Map<string, string>()

/** `/nodepools/0/scaling_group/vswitch_ids/1` becomes `nodepools[].scaling_group.vswitch_ids[]`. */
export function pattern(pointer: string): string {
  const known = patterns.get(pointer)
  if (known !== undefined) return known
  let out = ''
  for (const token of split(pointer)) {
    if (/^\d+$/.test(token)) out += '[]'
    else out += out ? `.${token}` : token
  }
  // The pointers of a request are few; those of a hostile text are not kept.
  if (patterns.size < 5000) patterns.set(pointer, out)
  return out
}

/** A pointer as people read it: `nodepools[0].count`. */
export function readable(pointer: string): string {
  let out = ''
  for (const token of split(pointer)) {
    if (/^\d+$/.test(token)) out += `[${token}]`
    else out += out ? `.${token}` : token
  }
  return out
}
