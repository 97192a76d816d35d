import { useState } from 'preact/hooks'
import { useSay } from '../hooks'

const MIN = 30
const MAX = 70

/** The movable line between form and text. */
export function Splitter({ of }: { of: { current: HTMLElement | null } }) {
  const say = useSay()
  const [at, setAt] = useState(52)
  const move = (percent: number) => {
    const to = Math.round(Math.min(MAX, Math.max(MIN, percent)))
    setAt(to)
    of.current?.style.setProperty('--left', `${to}%`)
  }
  return (
    <div
      class="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={say('resize')}
      aria-valuenow={at}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') move(at - 2)
        else if (event.key === 'ArrowRight') move(at + 2)
        else if (event.key === 'Home') move(MIN)
        else if (event.key === 'End') move(MAX)
        else return
        event.preventDefault()
      }}
      onDblClick={() => move(52)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
      }}
      onPointerMove={(event) => {
        const box = of.current
        if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return
        const { left, width } = box.getBoundingClientRect()
        move(((event.clientX - left) / width) * 100)
      }}
    />
  )
}
