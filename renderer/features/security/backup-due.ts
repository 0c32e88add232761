import { type SecurityOverview } from '#shared/contracts/security-commands.ts'

const FOUR_HOURS = 4 * 60 * 60_000

/**
 * Whether a backup should be made now without being asked: there is a place for it, something was written since the
 * last proven one, and that one is of an earlier day or four hours old.
 */
export function isBackupDue({ targets, isBackedUp, lastProvenAt }: SecurityOverview, now: Date): boolean {
  if (isBackedUp || !targets.some(({ isThere }) => isThere)) return false
  if (lastProvenAt === null) return true
  const last = new Date(lastProvenAt)
  return last.toDateString() !== now.toDateString() || now.getTime() - last.getTime() >= FOUR_HOURS
}
