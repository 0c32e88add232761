import { securityText } from '../../locale/security.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useSecurityOverview } from '../../working-set/security-overview.ts'
import { backupConcerns, type BackupConcern } from './backup-concerns.ts'

const { concerns: text } = securityText

function sentence(concern: Exclude<BackupConcern, { concern: 'no-target' }>): string {
  return concern.concern === 'not-seen'
    ? text.notSeen(concern.name, concern.days)
    : text.notProven(concern.days)
}

/** What she should know about backups: a quiet line while there is no place for them, a warning when they are old. */
export function BackupNotice() {
  const overview = useSecurityOverview()
  if (overview === null) return null
  const concerns = backupConcerns(overview, new Date())
  const warnings = concerns.filter((each) => each.concern !== 'no-target')
  if (concerns.length > warnings.length)
    return (
      <p className="quiet">
        {text.noTarget} <TextLink to="/beveiliging">{text.setUp}</TextLink>
      </p>
    )
  if (warnings.length === 0) return null
  return (
    <Notice tone="warn">
      {warnings.map((warning) => (
        <p key={sentence(warning)}>{sentence(warning)}</p>
      ))}
      <TextLink to="/beveiliging">{text.look}</TextLink>
    </Notice>
  )
}
