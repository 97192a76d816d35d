import { useRef } from 'preact/hooks'
import type { Theme } from '../app'
import { copy, download, importFile } from '../files'
import { useApp, useLang, useSay, useStore, useUi } from '../hooks'
import { samples } from '../samples'
import type { Lang } from '../types'
import { Icon, type IconName } from './icons'
import { Menu } from './menu'

export function Toolbar() {
  const app = useApp()
  const say = useSay()
  const safe = useStore((s) => s.safeFixes)
  const facts = useUi('facts').filter((fact) => !fact.bad).length
  return (
    <header class="toolbar">
      <h1 class="brand">
        <Logo />
        <span class="brand-name">acklint</span>
        <span class="brand-what">{say('product')}</span>
      </h1>
      <div class="tools">
        <Menu
          label={say('samples')}
          icon="file"
          items={samples.map(({ id, name, note, text }) => ({
            id,
            name: say(name),
            note: say(note),
            run: () => {
              app.store.jsonc = false
              app.store.load(text)
            },
          }))}
        />
        <Import />
        <Menu
          label={say('export')}
          icon="download"
          items={[
            { id: 'file', name: say('exportFile'), icon: 'download', run: () => download(app) },
            {
              id: 'copy',
              name: say('exportCopy'),
              icon: 'copy',
              run: async () => ((await copy(app.store.text)) ? app.toast('copied') : app.toast('copyFailed', {}, true)),
            },
            { id: 'print', name: say('exportPrint'), icon: 'text', run: () => print() },
          ]}
        />
        <Tool icon="link" name={say('share')} run={() => app.ui.set({ dialog: 'share' })} />
        <Tool icon="cloud" name={say('facts')} run={() => app.ui.set({ dialog: 'facts' })} count={facts} />
        <Settings />
      </div>
      <div class="tools">
        <Tool icon="undo" name={say('undo')} run={() => app.editor?.undo()} bare />
        <Tool icon="redo" name={say('redo')} run={() => app.editor?.redo()} bare />
        <button
          type="button"
          class="button primary"
          disabled={safe === 0}
          title={safe === 0 ? say('fixAllNone') : undefined}
          onClick={() => app.toast('fixed', { n: app.store.applyAllSafe() })}
        >
          <Icon name="wand" />
          <span class="tool-name">{say('fixAll')}</span>
          {safe > 0 && <span class="badge">{safe}</span>}
        </button>
      </div>
      <div class="tools end">
        <LangSwitch />
        <ThemeSwitch />
      </div>
    </header>
  )
}

function Settings() {
  const { store } = useApp()
  const say = useSay()
  const jsonc = useStore((s) => s.jsonc)
  const allowPlaceholders = useStore((s) => s.allowPlaceholders)
  return (
    <Menu
      quiet
      label={say('settings')}
      icon="settings"
      items={[
        { id: 'jsonc', name: say('allowComments'), note: say('allowCommentsNote'), on: jsonc, run: () => store.set({ jsonc: !jsonc }) },
        {
          id: 'placeholders',
          name: say('allowPlaceholders'),
          note: say('allowPlaceholdersNote'),
          on: allowPlaceholders,
          run: () => store.set({ allowPlaceholders: !allowPlaceholders }),
        },
      ]}
    />
  )
}

function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M16 5.500l9 5.200v10.600l-9 5.200-9-5.200V10.700z" class="logo-box" />
      <path d="M11 16.300l3.600 3.600L21.300 13" class="logo-check" />
    </svg>
  )
}

function Tool({ icon, name, run, bare, count }: { icon: IconName; name: string; run: () => void; bare?: boolean; count?: number }) {
  return (
    <button type="button" class={`button tool ${bare ? 'bare' : ''}`} aria-label={name} title={name} onClick={run}>
      <Icon name={icon} />
      {!bare && <span class="tool-name">{name}</span>}
      {count ? <span class="badge">{count}</span> : null}
    </button>
  )
}

function Import() {
  const app = useApp()
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Tool icon="upload" name={say('import')} run={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.jsonc,.txt,application/json"
        aria-label={say('import')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) importFile(app, file)
        }}
      />
    </>
  )
}

function LangSwitch() {
  const app = useApp()
  const say = useSay()
  const lang = useLang()
  const choices: [Lang, string, string][] = [['zh', '中', '中文'], ['en', 'EN', 'English']]
  return (
    <div class="switch" role="group" aria-label={say('language')}>
      {choices.map(([value, short, name]) => (
        <button key={value} type="button" lang={value === 'zh' ? 'zh-CN' : 'en'} aria-pressed={lang === value} aria-label={`${short} · ${name}`} title={name} onClick={() => app.setLang(value)}>
          {short}
        </button>
      ))}
    </div>
  )
}

function ThemeSwitch() {
  const app = useApp()
  const say = useSay()
  const theme = useUi('theme')
  const choices: [Theme, IconName, string][] = [
    ['light', 'sun', say('themeLight')],
    ['auto', 'auto', say('themeAuto')],
    ['dark', 'moon', say('themeDark')],
  ]
  return (
    <div class="switch" role="group" aria-label={say('theme')}>
      {choices.map(([value, icon, name]) => (
        <button key={value} type="button" aria-pressed={theme === value} aria-label={name} title={name} onClick={() => app.setTheme(value)}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  )
}
