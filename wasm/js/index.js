import load from './acklint.js'
import { start } from './core.js'

export * from './core.js'

let loading

/** Loads the module: from beside this file, unless another place is given. */
export function init(source) {
  loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(start)
  loading.catch(() => (loading = undefined))
  return loading
}
