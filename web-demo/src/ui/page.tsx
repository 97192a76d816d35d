import { useEffect, useRef, useState } from 'preact/hooks'
import type { Tab } from '../app'
import { Editor } from '../editor/editor'
import { importFile } from '../files'
import { FormPane } from '../form/form'
import { useApp, useSay, useStore, useUi } from '../hooks'
import { FactsDialog } from './facts'
import { Icon } from './icons'
import { Problems } from './problems'
import { ShareDialog } from './share'
import { Splitter } from './splitter'
import { Toolbar } from './toolbar'

export function Page() {
  const say = useSay()
  const tab = useUi('tab')
  const main = useRef<HTMLElement>(null)
  useLeaving()
  return (
    <>
      <a class="skip" href="#form">{say('skip')}</a>
      <Toolbar />
      <Tabs tab={tab} />
      <main class={`main tab-${tab}`} ref={main}>
        <FormSide />
        <Splitter of={main} />
        <div class="right">
          <EditorPane />
          <Problems />
        </div>
      </main>
      <Drop />
      <ShareDialog />
      <FactsDialog />
      <Toast />
    </>
  )
}

/** The form; the text of the field that has the focus is marked in the editor. */
function FormSide() {
  const app = useApp()
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      const line = (event.target as Element).closest('[data-at]')
      app.editor?.mark(line?.getAttribute('data-at') || undefined)
    }
    const leave = () => app.editor?.mark(undefined)
    box.current?.addEventListener('focusin', follow)
    box.current?.addEventListener('focusout', leave)
  }, [app])
  return (
    <div class="left" id="panel-form" role="region" aria-label={say('form')} ref={box}>
      <FormPane />
    </div>
  )
}

function EditorPane() {
  const app = useApp()
  const say = useSay()
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (host.current && !app.editor) app.editor = new Editor(app, host.current)
  }, [app])
  return (
    <div class="editor-pane" id="panel-json" role="region" aria-label={say('json')}>
      <div class="editor" ref={host} />
    </div>
  )
}

/** On small screens one side at a time. */
function Tabs({ tab }: { tab: Tab }) {
  const app = useApp()
  const say = useSay()
  const errors = useStore((s) => s.counts.error)
  const total = useStore((s) => s.notes.length)
  const tabs: readonly Tab[] = ['form', 'json', 'problems']
  return (
    <div class="tabs" role="tablist" aria-label={say('views')}>
      {tabs.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={tab === name}
          aria-controls={`panel-${name}`}
          tabIndex={tab === name ? 0 : -1}
          onClick={() => app.ui.set({ tab: name })}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
            const next = tabs[(index + step + tabs.length) % tabs.length]
            if (step === 0 || !next) return
            app.ui.set({ tab: next })
            document.getElementById(`tab-${next}`)?.focus()
          }}
        >
          {say(name)}
          {name === 'problems' && total > 0 && <span class={`badge ${errors > 0 ? 'is-error' : ''}`}>{total}</span>}
        </button>
      ))}
    </div>
  )
}

function Drop() {
  const app = useApp()
  const say = useSay()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hasFile = (event: DragEvent) => [...(event.dataTransfer?.types ?? [])].includes('Files')
    const on = {
      dragover: (event: DragEvent) => {
        if (!hasFile(event)) return
        event.preventDefault()
        setOver(true)
      },
      dragleave: (event: DragEvent) => !event.relatedTarget && setOver(false),
      drop: (event: DragEvent) => {
        setOver(false)
        const file = event.dataTransfer?.files[0]
        if (!file) return
        event.preventDefault()
        event.stopPropagation()
        importFile(app, file)
      },
    }
    // In the capture phase, since the editor would put the file's text where it is dropped.
    addEventListener('dragover', on.dragover, true)
    addEventListener('dragleave', on.dragleave, true)
    addEventListener('drop', on.drop, true)
    return () => {
      removeEventListener('dragover', on.dragover, true)
      removeEventListener('dragleave', on.dragleave, true)
      removeEventListener('drop', on.drop, true)
    }
  }, [app])
  if (!over) return null
  return (
    <div class="drop">
      <p><Icon name="upload" />{say('drop')}</p>
    </div>
  )
}

function Toast() {
  const { ui } = useApp()
  const toast = useUi('toast')
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => ui.set({ toast: undefined }), toast.bad ? 6000 : 3000)
    return () => clearTimeout(timer)
  }, [toast?.n])
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toast && (
        <p key={toast.n} class={`toast ${toast.bad ? 'is-bad' : ''}`}>
          <Icon name={toast.bad ? 'warning' : 'check'} />
          {toast.text}
        </p>
      )}
    </div>
  )
}

/** Nothing is kept, so leaving with changes asks first. */
function useLeaving() {
  const { store } = useApp()
  useEffect(() => {
    let changed = false
    const stop = store.subscribe((origin) => {
      if (origin === 'load') changed = false
      else if (origin) changed = true
    })
    const ask = (event: BeforeUnloadEvent) => changed && event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => {
      stop()
      removeEventListener('beforeunload', ask)
    }
  }, [store])
}

