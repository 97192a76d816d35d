import { options } from 'preact'

let due: (() => void) | undefined

options.debounceRendering = (draw) => {
  due = draw
  queueMicrotask(drawNow)
}

/** Draws now what otherwise waits until the code at hand is done. */
export function drawNow() {
  const draw = due
  due = undefined
  draw?.()
}
