import { useEffect, useRef, useState } from 'preact/hooks'
import { section, SECTIONS, type Section, type Shape } from '../fields'
import { useApp, useSay, useStore, useUi } from '../hooks'
import type { Key } from '../i18n'
import { Icon } from '../ui/icons'
import { FieldView } from './field'
import { Issues } from './issues'
import { useIssues } from './line'
import { Marks } from './marks'
import { split } from './parts'
import { matches } from './search'

const ALL: readonly Section[] = [...SECTIONS, 'later', 'removed']

/** The form: every field of the request, by the sections of the documentation. */
export function FormPane() {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const search = useUi('search')
  const found = matches(search)
  const visible = ALL.filter((name) => useShown(name) && (search.trim() === '' || section(name).some(({ field }) => found.has(field.path))))
  return (
    <div class="form-pane">
      <FormBar visible={visible} scroller={scroller} />
      <div class="form-scroll" id="form" ref={scroller} tabIndex={-1}>
        <div class="form-inner">
          <WholeRequest />
          {visible.map((name) => <SectionView key={name} name={name} />)}
          {visible.length === 0 && <p class="empty">{say('findNone', { text: search })}</p>}
        </div>
      </div>
    </div>
  )
}

/** Fields that the operation no longer has show only where the text has them, later ones also on demand. */
function useShown(name: Section): boolean {
  const later = useUi('showLater')
  const present = useStore((s) => section(name).some((shape) => s.values.has(`/${shape.name}`)))
  return name === 'removed' ? present : name === 'later' ? later || present : true
}

function FormBar({ visible, scroller }: { visible: Section[]; scroller: { current: HTMLDivElement | null } }) {
  const { ui } = useApp()
  const say = useSay()
  const later = useUi('showLater')
  const search = useUi('search')
  const now = useCurrent(scroller, visible)
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && link) nav.current.scrollLeft = link.offsetLeft - nav.current.clientWidth / 2 + link.offsetWidth / 2
  }, [now])
  return (
    <div class="form-bar">
      <nav ref={nav} class="sections" aria-label={say('sections')}>
        {visible.map((name) => (
          <a
            key={name}
            href={`#section-${name}`}
            aria-current={now === name ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault()
              const target = document.getElementById(`section-${name}`)
              target?.scrollIntoView({ block: 'start' })
              target?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
            }}
          >
            {say(`section.${name}` as Key)}
            <Marks section={name} />
          </a>
        ))}
      </nav>
      <div class="form-tools">
        <label class="search">
          <Icon name="search" />
          <span class="sr-only">{say('find')}</span>
          <input type="search" placeholder={say('find')} value={search} spellcheck={false} onInput={(event) => ui.set({ search: event.currentTarget.value })} />
        </label>
        <label class="check" title={say('showLaterHint')}>
          <input type="checkbox" checked={later} onChange={(event) => ui.set({ showLater: event.currentTarget.checked })} />
          {say('showLater')}
        </label>
      </div>
    </div>
  )
}

/** The section that stands at the top of what is seen. */
function useCurrent(scroller: { current: HTMLDivElement | null }, visible: Section[]): Section | undefined {
  const [now, setNow] = useState<Section | undefined>(visible[0])
  const key = visible.join()
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let asked = 0
    const look = () => {
      asked = 0
      const top = box.getBoundingClientRect().top + 80
      const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 4 && box.scrollTop > 0
      const above = visible.filter((name) => (document.getElementById(`section-${name}`)?.getBoundingClientRect().top ?? Infinity) < top)
      setNow(atEnd ? visible.at(-1) : (above.at(-1) ?? visible[0]))
    }
    const soon = () => (asked ||= requestAnimationFrame(look))
    box.addEventListener('scroll', soon, { passive: true })
    look()
    return () => box.removeEventListener('scroll', soon)
  }, [key])
  return now
}

function SectionView({ name }: { name: Section }) {
  const say = useSay()
  const members = section(name)
  const note = name === 'later' ? say('laterNote') : name === 'removed' ? say('removedNote') : ''
  return (
    <section class="section" id={`section-${name}`} aria-labelledby={`head-${name}`}>
      <h2 id={`head-${name}`} tabIndex={-1}>{say(`section.${name}` as Key)}</h2>
      {note && <p class="section-note">{note}</p>}
      {split(name, members).map(({ heading, members }) => (
        <div key={heading} class="part">
          {heading && <h3 class="part-head">{say(heading)}</h3>}
          {members.map((shape: Shape) => <FieldView key={shape.name} shape={shape} base="" />)}
        </div>
      ))}
    </section>
  )
}

/** Findings that belong to no field. */
function WholeRequest() {
  const say = useSay()
  const issues = useIssues('')
  if (issues.length === 0) return null
  return (
    <div class="whole" data-at="">
      <h2 class="whole-head">{say('wholeRequest')}</h2>
      <Issues pointer="" issues={issues} />
    </div>
  )
}

