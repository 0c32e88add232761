import { type SecurityOverview } from '#shared/contracts/security-commands.ts'
import { securityText } from '../locale/security.ts'
import { type BackupRound, useBackupRound } from '../working-set/backup-round.ts'
import { useSecurityOverview } from '../working-set/security-overview.ts'
import { mayLeave } from './leave-guard.ts'

/** What asks for something to be done about backups; `null` when nothing does. */
function request({ targets, lastProvenAt, isBackedUp }: SecurityOverview, last: BackupRound['last']) {
  const { bottom: text } = securityText
  if (targets.length === 0) return text.none
  const hasFailed = last !== null && ('refused' in last || last.every(({ outcome }) => 'refused' in outcome))
  if (hasFailed) return text.missed
  if (!isBackedUp && targets.every(({ isThere }) => !isThere)) return text.waiting
  return lastProvenAt === null ? text.notYet : null
}

/** When the last proven backup was, and quietly what stands in the way of the next. */
export function BackupLine() {
  const overview = useSecurityOverview()
  const { last } = useBackupRound()
  if (overview === null) return null
  const asked = request(overview, last)
  return (
    <>
      {overview.lastProvenAt !== null && (
        <p>{securityText.bottom.proven(overview.lastProvenAt, new Date())}</p>
      )}
      {asked !== null && (
        <p>
          <a
            href="#/beveiliging"
            onClick={(event) => {
              if (!mayLeave()) event.preventDefault()
            }}
          >
            {asked}
          </a>
        </p>
      )}
    </>
  )
}
