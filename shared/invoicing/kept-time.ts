import { z } from 'zod'
import { type CalendarDate, halfOf, yearOf } from '../calendar/calendar-date.ts'
import { Half, Year } from '../calendar/period.ts'
import { Id } from '../kernel/id.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type BillableTime } from './billable-time.ts'
import { type Invoice } from './invoice.ts'
import { billedMinutes, comesFromBundle } from './late-hours.ts'
import { standingLines } from './standing-lines.ts'

/**
 * Time of cases that were destroyed: all that an organisation had of it in a half-year, in one number. Without it the
 * bundle would fill up again and an invoice would shrink. How many cases that were, or which, it does not say.
 */
export const KeptTime = z.strictObject({
  id: z.string(),
  organisationId: Id,
  year: Year,
  half: Half,
  minutes: z.number().int().min(1),
})
export type KeptTime = z.infer<typeof KeptTime>

/** Minutes written down on some days, half-year by half-year. */
export function minutesByHalf(
  work: readonly { on: CalendarDate; minutes: number }[],
): { year: number; half: Half; minutes: number }[] {
  const sums = new Map<string, { year: number; half: Half; minutes: number }>()
  for (const { on, minutes } of work) {
    const [year, half] = [yearOf(on), halfOf(on)]
    const before = sums.get(`${year}-${half}`)?.minutes ?? 0
    sums.set(`${year}-${half}`, { year, half, minutes: before + minutes })
  }
  return [...sums.values()]
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => a.year - b.year || a.half - b.half)
}

/** The numbers that change when a case with this work is destroyed; `kept` are those of before, of any organisation. */
export function timeThatStays(
  organisationId: Id,
  work: readonly { on: CalendarDate; minutes: number }[],
  kept: readonly KeptTime[],
): KeptTime[] {
  return minutesByHalf(work).map(({ year, half, minutes }) => {
    const id = `time-${organisationId}-${year}-${half}`
    const before = kept.find((one) => one.id === id)?.minutes ?? 0
    return { id, organisationId, year, half, minutes: before + minutes }
  })
}

/**
 * How many of `ofCase` minutes of a case are still to be invoiced. `time` is all time of its organisation in the
 * half-year; which of it a late remainder is of nobody knows, so it may be of this case. Out of a bundle: none.
 */
export function uninvoicedMinutes(
  time: BillableTime,
  ofCase: number,
  engagement: Engagement | null,
  invoices: readonly Invoice[],
): number {
  const { year, half, minutes } = time
  const charged = standingLines(invoices)
  if (comesFromBundle(year, half, engagement, charged)) return 0
  return Math.max(0, Math.min(ofCase, minutes - billedMinutes(year, half, charged)))
}
