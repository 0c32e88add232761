import { type SecurityOverview } from '#shared/contracts/security-commands.ts'

const DAY = 86_400_000
/** A stick that lives in a drawer is put in now and then. */
const NOT_SEEN_DAYS = 14
const NOT_PROVEN_DAYS = 7

/** Something about backups that she should know, the most pressing first. */
export type BackupConcern =
  | { concern: 'no-target' }
  | { concern: 'not-proven'; days: number }
  | { concern: 'not-seen'; name: string; days: number }

function daysSince(instant: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(instant)) / DAY)
}

/**
 * What there is to say about backups: that there is no place for them yet, that a place was not seen for a fortnight, or
 * that the last proven one is older than a week while something was written since.
 */
export function backupConcerns(overview: SecurityOverview, now: Date): BackupConcern[] {
  const { targets, lastProvenAt, isBackedUp } = overview
  const [first] = targets.map(({ addedAt }) => addedAt).sort()
  if (first === undefined) return [{ concern: 'no-target' }]
  const unproven = daysSince(lastProvenAt ?? first, now)
  return [
    ...(!isBackedUp && unproven > NOT_PROVEN_DAYS
      ? [{ concern: 'not-proven' as const, days: unproven }]
      : []),
    ...targets
      .filter(({ isThere }) => !isThere)
      .map(({ name, lastSeenAt, addedAt }) => ({ name, days: daysSince(lastSeenAt ?? addedAt, now) }))
      .filter(({ days }) => days >= NOT_SEEN_DAYS)
      .map((target) => ({ concern: 'not-seen' as const, ...target })),
  ]
}
