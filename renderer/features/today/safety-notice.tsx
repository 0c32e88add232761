import { safetyConcerns } from '#shared/contracts/safety-concerns.ts'
import { type ConcernWords, concernWords } from '../../locale/safety-concerns.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useSecurityOverview } from '../../working-set/security-overview.ts'

function Line({ sentence, link, to }: ConcernWords) {
  return (
    <p>
      {sentence} <TextLink to={to}>{link}</TextLink>
    </p>
  )
}

/** What she should know about the keeping of the vault: warnings in a notice, the rest as quiet lines. */
export function SafetyNotice() {
  const overview = useSecurityOverview()
  if (overview === null) return null
  const told = safetyConcerns(overview, new Date().toISOString()).map(concernWords)
  const warnings = told.filter(({ isWarning }) => isWarning)
  const quiet = told.filter(({ isWarning }) => !isWarning)
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="warn">
          {warnings.map((words) => (
            <Line key={words.sentence} {...words} />
          ))}
        </Notice>
      )}
      {quiet.length > 0 && (
        <div className="quiet">
          {quiet.map((words) => (
            <Line key={words.sentence} {...words} />
          ))}
        </div>
      )}
    </>
  )
}
