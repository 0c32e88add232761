import { hasFault } from './safety-check.ts'
import { type SecurityOverview } from './security-commands.ts'

const DAY = 86_400_000
/** A stick that lives in a drawer is put in now and then. */
const NOT_SEEN_DAYS = 14
const NOT_PROVEN_DAYS = 7
/** A backup that was never tried out is tried out soon; after that once a month. */
const FIRST_DRILL_DAYS = 7
const DRILL_DAYS = 31
/** Telephone numbers and people change: an envelope is filled in anew every year. */
const ENVELOPE_DAYS = 365

/** Something about the keeping of the vault that she should know, the most pressing first. */
export type SafetyConcern =
  | { concern: 'check-faulty' }
  | { concern: 'no-target' }
  | { concern: 'not-proven'; days: number }
  | { concern: 'not-seen'; name: string; days: number }
  /** `id` is of a place in reach with a backup to try out; `days` since the last time, none: never. */
  | { concern: 'drill-due'; id: string | null; days: number | null }
  | { concern: 'envelope-old'; days: number }

function daysSince(instant: string, now: string): number {
  return Math.floor((Date.parse(now) - Date.parse(instant)) / DAY)
}

function aboutTargets({ targets, lastProvenAt, isBackedUp }: SecurityOverview, now: string): SafetyConcern[] {
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

function aboutDrill({ targets, lastDrillAt }: SecurityOverview, now: string): SafetyConcern[] {
  const withBackup = targets.filter(({ backups }) => backups > 0)
  const [first] = withBackup.map(({ addedAt }) => addedAt).sort()
  if (first === undefined) return []
  const id = withBackup.find(({ isThere }) => isThere)?.id ?? null
  if (lastDrillAt === null)
    return daysSince(first, now) >= FIRST_DRILL_DAYS ? [{ concern: 'drill-due', id, days: null }] : []
  const days = daysSince(lastDrillAt, now)
  return days >= DRILL_DAYS ? [{ concern: 'drill-due', id, days }] : []
}

/**
 * What there is to say about the keeping of the vault: that the last check found a fault, that there is no place for
 * backups yet, that one was not seen for a fortnight, that the last proven one is older than a week while something was
 * written since, that no backup was tried out for a month, that the emergency envelope is a year old. `now` is an ISO
 * instant.
 */
export function safetyConcerns(overview: SecurityOverview, now: string): SafetyConcern[] {
  const { lastCheck, envelopeMadeAt } = overview
  const envelopeDays = envelopeMadeAt === null ? 0 : daysSince(envelopeMadeAt, now)
  return [
    ...(lastCheck?.parts.some(hasFault) === true ? [{ concern: 'check-faulty' as const }] : []),
    ...aboutTargets(overview, now),
    ...aboutDrill(overview, now),
    ...(envelopeDays >= ENVELOPE_DAYS ? [{ concern: 'envelope-old' as const, days: envelopeDays }] : []),
  ]
}
