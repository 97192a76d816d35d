import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { UiState } from '../app'
import { useApp, useSay, useUi } from '../hooks'
import { Icon } from './icons'

/** A modal dialog of the browser's own. */
export function Dialog({ name, title, children }: { name: UiState['dialog']; title: string; children: ComponentChildren }) {
  const { ui } = useApp()
  const say = useSay()
  const open = useUi('dialog') === name
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal()
    if (!open && box.current?.open) box.current.close()
  }, [open])
  const close = () => ui.set({ dialog: undefined })
  return (
    <dialog ref={box} class="dialog" aria-labelledby={`dialog-${name}`} onClose={() => open && close()} onClick={(event) => event.target === box.current && close()}>
      <div class="dialog-box">
        <header>
          <h2 id={`dialog-${name}`}>{title}</h2>
          <button type="button" class="icon-button" aria-label={say('close')} title={say('close')} onClick={close}>
            <Icon name="cross" />
          </button>
        </header>
        {open && children}
      </div>
    </dialog>
  )
}
