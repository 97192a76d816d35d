import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './icons'

export interface Item {
  id: string
  name: string
  note?: string
  icon?: IconName
  /** A setting that is on or off; choosing it leaves the menu open. */
  on?: boolean
  run: () => void
}

/** A button with a list of actions under it. */
export function Menu({ label, icon, items, quiet }: { label: string; icon: IconName; items: Item[]; quiet?: boolean }) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const entries = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useLayoutEffect(() => {
    if (!open) return
    entries()[0]?.focus()
    const away = (event: Event) => !box.current?.contains(event.target as Node) && setOpen(false)
    addEventListener('pointerdown', away)
    return () => removeEventListener('pointerdown', away)
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    const list = entries()
    const at = list.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key]
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') setOpen(false)
    else if (to !== undefined) {
      event.preventDefault()
      list[(to + list.length) % list.length]?.focus()
    }
  }
  return (
    <div class="menu" ref={box}>
      <button
        ref={button}
        type="button"
        class="button tool"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => event.key === 'ArrowDown' && !open && (event.preventDefault(), setOpen(true))}
      >
        <Icon name={icon} />
        {!quiet && <span class="tool-name">{label}</span>}
        <Icon name="down" />
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={label} onKeyDown={keys}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role={item.on === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked={item.on}
              tabIndex={-1}
              onClick={() => {
                if (item.on === undefined) close()
                item.run()
              }}
            >
              {item.icon && <Icon name={item.icon} />}
              {item.on !== undefined && <span class="tick">{item.on && <Icon name="check" />}</span>}
              <span>
                {item.name}
                {item.note && <small>{item.note}</small>}
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
