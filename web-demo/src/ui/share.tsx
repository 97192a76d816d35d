import { useEffect, useState } from 'preact/hooks'
import { copy } from '../files'
import { useApp, useSay } from '../hooks'
import { pack, withoutSecrets } from '../share'
import { Dialog } from './dialog'
import { Icon } from './icons'

/** Links longer than this are cut by some programs. */
const LONG = 8000

export function ShareDialog() {
  const say = useSay()
  return (
    <Dialog name="share" title={say('shareTitle')}>
      <Link />
    </Dialog>
  )
}

function Link() {
  const app = useApp()
  const say = useSay()
  const [link, setLink] = useState('')
  const [{ text, left }] = useState(() => withoutSecrets(app.store.text))
  useEffect(() => {
    pack(text).then((hash) => setLink(`${location.href.split('#')[0]}#${hash}`))
  }, [text])
  return (
    <>
      <p>{say('shareNote')}</p>
      <p class="dialog-fact"><Icon name="shield" />{left > 0 ? say('shareSecrets', { n: left }) : say('shareNoSecrets')}</p>
      <div class="dialog-row">
        <input class="input mono" readOnly aria-label={say('shareTitle')} value={link} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" class="button primary" disabled={!link} onClick={async () => ((await copy(link)) ? app.toast('shareCopied') : app.toast('copyFailed', {}, true))}>
          <Icon name="copy" />
          {say('shareCopy')}
        </button>
      </div>
      {link.length > LONG && <p class="dialog-note">{say('shareLong', { n: link.length })}</p>}
    </>
  )
}
