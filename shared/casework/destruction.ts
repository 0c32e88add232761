import { z } from 'zod'
import { type CalendarDate, CalendarDate as CalendarDateSchema } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { type CaseFile } from './case-file.ts'
import { countingHalf } from './late-case.ts'

/**
 * A copy that still held what was destroyed when it was destroyed, with whether it is gone since. `backup`: one that
 * could not be rewritten, in the place for backups `targetId`, which was called `target`. `vault`: another vault on this
 * computer, in the folder `fileName`; it is in no such place.
 */
export const CopyOutOfReach = z.strictObject({
  kind: z.enum(['backup', 'vault']),
  /** None for what was destroyed before places were told apart by more than their names. */
  targetId: Id.nullable(),
  target: z.string(),
  fileName: z.string(),
  madeAt: z.iso.datetime(),
  goneOn: CalendarDateSchema.nullable(),
})
export type CopyOutOfReach = z.infer<typeof CopyOutOfReach>

/**
 * The line that remains of what was destroyed: no organisation, no role, no date of the case. It stays open until
 * every copy out of reach is gone; nobody can promise more than that.
 */
export const Destruction = z.strictObject({
  id: Id,
  what: z.enum(['case', 'persons']),
  reference: z.string(),
  reason: z.enum(['term-ended', 'on-request']),
  destroyedOn: CalendarDateSchema,
  records: z.number().int().min(0),
  copiesRewritten: z.number().int().min(0),
  copiesOutOfReach: z.array(CopyOutOfReach),
})
export type Destruction = z.infer<typeof Destruction>

/** True while a copy may still be opened with the secrets of its time. */
export function isOpen(destruction: Destruction): boolean {
  return destruction.copiesOutOfReach.some((copy) => copy.goneOn === null)
}

/**
 * Whether a case may be destroyed. When its term ended: only closed, and after its figures were settled in the
 * annual report of the year in which it counts (`settledYears` of its organisation). On request of the melder
 * (art. 17 AVG): always, also before the figures are settled; the report then simply counts it no more.
 */
export function mayDestroy(
  caseFile: CaseFile,
  reason: Destruction['reason'],
  settledYears: readonly number[],
): Refusal<'case-open' | 'figures-not-settled'> | null {
  if (reason === 'on-request') return null
  if (caseFile.closing === null) return refuse('case-open')
  return settledYears.includes(Number(countingHalf(caseFile).slice(0, 4)))
    ? null
    : refuse('figures-not-settled')
}

/** By which a copy is told from all others: two places may bear one name. */
export type CopyName = Pick<CopyOutOfReach, 'targetId' | 'target' | 'fileName'>

/** The same line with one copy confirmed gone. */
export function confirmGone(
  destruction: Destruction,
  copy: CopyName,
  on: CalendarDate,
): Destruction | Refusal<'not-found'> {
  const matches = (one: CopyOutOfReach) =>
    one.targetId === copy.targetId && one.target === copy.target && one.fileName === copy.fileName
  if (!destruction.copiesOutOfReach.some(matches)) return refuse('not-found')
  return {
    ...destruction,
    copiesOutOfReach: destruction.copiesOutOfReach.map((one) =>
      matches(one) ? { ...one, goneOn: on } : one,
    ),
  }
}
