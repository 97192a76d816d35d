import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

interface Range {
  from: number
  to: number
  class: string
}

/** The marks of a layer as they are shown, for example with the selection taken into account. */
type Shown = (marks: DecorationSet, state: EditorState) => DecorationSet

/** One layer of marks in the text, replaced as a whole and moved along with edits until then. */
function layer(shown?: Shown) {
  const put = StateEffect.define<Range[]>()
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      for (const effect of transaction.effects) {
        if (!effect.is(put)) continue
        const size = transaction.newDoc.length
        const ranges = effect.value
          .map(({ from, to, class: name }) => ({ from: Math.min(from, size), to: Math.min(to, size), name }))
          .filter(({ from, to }) => from < to)
          .map(({ from, to, name }) => Decoration.mark({ class: name }).range(from, to))
        return Decoration.set(ranges, true)
      }
      return transaction.docChanged ? marks.map(transaction.changes) : marks
    },
    provide: (self) =>
      shown
        ? EditorView.decorations.compute([self, 'selection'], (state) => shown(state.field(self), state))
        : EditorView.decorations.from(self),
  })
  /** Whether the marks stand at these places already. */
  const same = (state: EditorState, wanted: readonly { from: number; to: number }[]) => {
    const marks = state.field(field)
    if (marks.size !== wanted.length) return false
    const cursor = marks.iter()
    for (const { from, to } of wanted) {
      if (cursor.from !== from || cursor.to !== to) return false
      cursor.next()
    }
    return true
  }
  return { put, field, same }
}

export const comments = layer()
export const lit = layer()
export const here = layer()

/** Values that must not be read over a shoulder: dots, but for the one the cursor is in. */
export const secrets = layer((marks, state) => {
  const { empty, head } = state.selection.main
  // What is only selected, by a jump to it, stays hidden.
  return empty ? marks.update({ filter: (start, end) => end < head || start > head }) : marks
})

/** The first are the innermost: a frame around a value is one, whatever is marked within. */
export const marks = [secrets.field, comments.field, lit.field, here.field]
