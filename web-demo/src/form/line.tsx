import type { ComponentChildren } from 'preact'
import { useLang, useSay, useStore } from '../hooks'
import type { Field } from '../fields'
import { type Issue, idle } from '../store'
import { parent } from '../pointer'
import { Issues } from './issues'

const NONE: readonly Issue[] = []

const sameIssues = (a: readonly Issue[], b: readonly Issue[]) =>
  a === b || a.length === b.length && a.every((issue, n) => {
    const other = b[n] as Issue
    return issue.key === other.key && issue.role === other.role && issue.message === other.message &&
      issue.help === other.help && issue.level === other.level && issue.fixes.length === other.fixes.length
  })

export const useIssues = (pointer: string) => useStore((s) => s.issues.get(pointer) ?? NONE, sameIssues)

/** Whether the text is broken at the value or around it. */
function isBroken(broken: ReadonlySet<string>, pointer: string): boolean {
  for (let at = pointer; at; at = parent(at)) if (broken.has(at)) return true
  return false
}

/** What the store says about one line of the form, followed as a whole: there are many lines. */
export function useLine(pointer: string) {
  const say = useSay()
  const { issues, locked, lit, reason } = useStore(
    (s) => ({
      issues: s.issues.get(pointer) ?? NONE,
      locked: s.broken.size > 0 && isBroken(s.broken, pointer),
      lit: s.litPlaces.get(pointer),
      reason: s.dim(pointer),
    }),
    (a, b) =>
      a.locked === b.locked && a.lit === b.lit && a.reason?.key === b.reason?.key &&
      a.reason?.because === b.reason?.because && sameIssues(a.issues, b.issues),
  )
  const doesNothing = idle(issues)
  const why = reason && !doesNothing ? say(reason.key, { field: reason.because ?? '' }) : ''
  return { issues, level: issues[0]?.level, locked, lit, dim: Boolean(reason ?? doesNothing), why }
}

export const idOf = (pointer: string) => `f${pointer}`
export const helpId = (pointer: string) => `h${pointer}`
export const issuesId = (pointer: string) => `i${pointer}`

export interface Described {
  id: string
  'aria-describedby': string
  'aria-invalid': 'true' | undefined
}

/** Attributes that tie a control to its help and its findings. */
export function described(pointer: string, level: string | undefined, help = true): Described {
  return {
    id: idOf(pointer),
    'aria-describedby': [help && helpId(pointer), level && issuesId(pointer)].filter(Boolean).join(' '),
    'aria-invalid': level === 'error' ? 'true' : undefined,
  }
}

interface Props {
  pointer: string
  name: string
  field: Field
  line: ReturnType<typeof useLine>
  children: ComponentChildren
  /** The control is a group of controls, not one that a label can name. */
  group?: boolean
}

/** One field: its name and help, its control, and what is found about it. */
export function Line({ pointer, name, field, line, children, group }: Props) {
  const say = useSay()
  const lang = useLang()
  const state = [line.level && `is-${line.level}`, line.dim && 'is-dim', line.lit && `is-lit lit-${line.lit}`].filter(Boolean).join(' ')
  return (
    <div class={`line ${state}`} data-at={pointer}>
      <div class="line-head">
        {group ? (
          <span class="key" id={`${idOf(pointer)}-name`}>{name}</span>
        ) : (
          <label class="key" for={idOf(pointer)}>{name}</label>
        )}
        <Tags field={field} />
        <p class="help" id={helpId(pointer)}>
          {field[lang]}
          {line.why && <span class="why">{say('noEffect')}{lang === 'zh' ? '：' : ': '}{line.why}</span>}
        </p>
      </div>
      <div class="line-body">
        {children}
        {line.locked && <p class="locked">{say('locked')}</p>}
        <Issues pointer={pointer} issues={line.issues} />
      </div>
    </div>
  )
}

export function Tags({ field }: { field: Field }) {
  const say = useSay()
  if (!field.status) return null
  const key = ({ sample: 'tagSample', later: 'tagLater', removed: 'tagRemoved' } as const)[field.status]
  return <span class={`tag tag-${field.status}`}>{say(key)}</span>
}
