import type { Shape } from '../fields'
import { useApp, useSay, useStore } from '../hooks'
import { join } from '../pointer'
import { Icon } from '../ui/icons'
import { FieldView, WrongKind } from './field'
import { Issues } from './issues'
import { useIssues, useLine } from './line'
import { focusSoon, ItemButtons, useKind } from './lists'
import { Marks } from './marks'

const ORDER = ['nodepool_info', 'count', 'scaling_group', 'auto_scaling', 'kubernetes_config', 'management', 'tee_config']

const rank = (shape: Shape) => {
  const at = ORDER.indexOf(shape.name)
  return at < 0 ? ORDER.length : at
}

/** The node pools, each a card that folds. */
export function Pools({ shape, pointer }: { shape: Shape; pointer: string }) {
  const app = useApp()
  const say = useSay()
  const kind = useKind(pointer)
  const line = useLine(pointer)
  const length = useStore((s) => s.values.get(pointer)?.length ?? 0)
  const wrong = kind !== undefined && kind !== 'array' && kind !== 'null'
  const add = () => {
    if (!app.store.append(pointer, { nodepool_info: { name: freeName(app.store) } })) return app.toast('brokenHere', {}, true)
    focusSoon(join(pointer, length))
  }
  return (
    <div class="pools" data-at={pointer}>
      <Issues pointer={pointer} issues={line.issues} />
      {wrong ? (
        <WrongKind pointer={pointer} kind={kind} />
      ) : (
        Array.from({ length }, (_, index) => <Pool key={index} shape={shape} pointer={join(pointer, index)} index={index} />)
      )}
      <button type="button" class="button" disabled={wrong || line.locked} onClick={add}>
        <Icon name="plus" />
        {say('addPool')}
      </button>
    </div>
  )
}

function freeName(store: ReturnType<typeof useApp>['store']): string {
  const taken = new Set<unknown>()
  for (let n = 0; store.values.has(`/nodepools/${n}`); n++) taken.add(store.values.get(`/nodepools/${n}/nodepool_info/name`)?.scalar)
  let n = taken.size + 1
  while (taken.has(`pool-${n}`)) n++
  return `pool-${n}`
}

function Pool({ shape, pointer, index }: { shape: Shape; pointer: string; index: number }) {
  const say = useSay()
  const issues = useIssues(pointer)
  const line = useLine(pointer)
  const kind = useKind(pointer)
  const given = useStore((s) => s.values.get(`${pointer}/nodepool_info/name`)?.scalar)
  const title = say('pool', { n: index + 1 })
  const children = [...shape.children].sort((a, b) => rank(a) - rank(b))
  return (
    <details class={`pool ${line.lit ? `is-lit lit-${line.lit}` : ''}`} data-at={pointer} open>
      <summary>
        <Icon name="down" />
        <span class="pool-title">{title}</span>
        {typeof given === 'string' && given && <span class="pool-name">{given}</span>}
        <Marks under={pointer} />
      </summary>
      <div class="pool-buttons">
        <ItemButtons pointer={pointer} name={title} disabled={line.locked} />
      </div>
      <div class="pool-body">
        <Issues pointer={pointer} issues={issues} />
        {kind === 'object' ? (
          children.map((child) => <FieldView key={child.name} shape={child} base={pointer} />)
        ) : (
          <WrongKind pointer={pointer} kind={kind ?? 'null'} />
        )}
      </div>
    </details>
  )
}
