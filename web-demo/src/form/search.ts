import { roots, type Shape } from '../fields'
import { useApp, useUi } from '../hooks'

let kept: { text: string; paths: ReadonlySet<string> } | undefined

/** Paths of the fields that match the text, and of all that lead to them. */
export function matches(text: string): ReadonlySet<string> {
  const wanted = text.trim().toLowerCase()
  if (kept?.text === wanted) return kept.paths
  const paths = new Set<string>()
  const visit = (node: Shape, all: boolean): boolean => {
    const { path, en, zh } = node.field
    const named = node.name.toLowerCase().includes(wanted)
    const hit = all || named || [path, en, zh].some((part) => part.toLowerCase().includes(wanted))
    // A group found by its own name is shown whole.
    let found = hit
    for (const child of node.children) found = visit(child, all || named) || found
    if (found) paths.add(path)
    return found
  }
  for (const node of roots) visit(node, false)
  kept = { text: wanted, paths }
  return paths
}

/** Whether a field passes the search; every field does while nothing is searched. */
export function useFound(path: string): boolean {
  const text = useUi('search')
  return text.trim() === '' || matches(text).has(path)
}

export function useSearching(): boolean {
  useApp()
  return useUi('search').trim() !== ''
}
