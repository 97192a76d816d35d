import { render } from 'preact'
import { App, Ui } from './app'
import { sample } from './fields'
import { AppContext, LangContext, useStore } from './hooks'
import { firstLang } from './i18n'
import { ready } from './linter'
import { unpack } from './share'
import { Store } from './store'
import './styles/base.css'
import './styles/layout.css'
import './styles/toolbar.css'
import './styles/form.css'
import './styles/controls.css'
import './styles/problems.css'
import './styles/small.css'
import { Page } from './ui/page'

const store = new Store(firstLang())
const app = new App(store, new Ui())
const root = document.getElementById('app') as HTMLElement

document.documentElement.lang = store.lang === 'zh' ? 'zh-CN' : 'en'
document.documentElement.dataset.theme = app.ui.state.theme
document.title = store.say('title')

/** Everything below is drawn anew when the language changes. */
function Root() {
  const lang = useStore((s) => s.lang)
  return (
    <LangContext.Provider value={lang}>
      <Page />
    </LangContext.Provider>
  )
}

/** The request of the link, if there is one. */
async function open(first: boolean) {
  try {
    const text = await unpack(location.hash)
    if (text !== undefined) {
      store.load(text)
      app.toast('shareOpened')
    } else if (first) store.load(sample)
  } catch {
    if (first) store.load(sample)
    app.toast('shareBroken', {}, true)
  }
}

try {
  await ready()
  await open(true)
  render(
    <AppContext.Provider value={app}>
      <Root />
    </AppContext.Provider>,
    root,
  )
  addEventListener('hashchange', () => open(false))
} catch (fault) {
  console.error(fault)
  render(
    <main class="failed">
      <h1>{store.say('failed')}</h1>
      <p>{store.say('failedNote')}</p>
    </main>,
    root,
  )
}
