import { useApp, useSay } from '../hooks'
import { readable } from '../pointer'
import type { Issue } from '../store'
import { LevelIcon } from '../ui/icons'
import { issuesId } from './line'

/** What is found about one field, with its fixes. */
export function Issues({ pointer, issues }: { pointer: string; issues: readonly Issue[] }) {
  const app = useApp()
  const say = useSay()
  if (issues.length === 0) return null
  return (
    <ul class="issues" id={issuesId(pointer)}>
      {issues.map((issue) => (
        <li
          key={issue.key}
          class={`issue is-${issue.level} ${issue.role}`}
          onMouseEnter={() => app.store.light(issue.key)}
          onMouseLeave={() => app.store.light(undefined)}
        >
          <LevelIcon level={issue.level} label={say(issue.level)} />
          <div>
            <span class="issue-text">{issue.message}</span>
            {issue.help && <span class="issue-help"> {issue.help}</span>}
            {issue.of && ' '}
            {issue.of && (
              <button type="button" class="link" onClick={() => app.goToField(issue.of)}>
                {say('relatedTo', { field: readable(issue.of) })}
              </button>
            )}
            <FixButtons issue={issue} />
          </div>
        </li>
      ))}
    </ul>
  )
}

export function FixButtons({ issue }: { issue: Pick<Issue, 'key' | 'fixes'> }) {
  const app = useApp()
  const say = useSay()
  if (issue.fixes.length === 0) return null
  return (
    <span class="fixes">
      {issue.fixes.map((fix, index) => (
        <button
          key={fix.title}
          type="button"
          class={`fix fix-${fix.safety}`}
          title={fix.safety === 'safe' ? undefined : say(fix.safety)}
          onClick={() => app.fix(issue.key, index)}
        >
          {fix.title}
        </button>
      ))}
    </span>
  )
}
