import { type CalendarDate, yearOf } from '../calendar/calendar-date.ts'
import { overlap, yearPeriod } from '../calendar/period.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Invoice } from './invoice.ts'
import { standingLines } from './standing-lines.ts'

/**
 * Minutes of the bundle of a year, 0 without one: what was bought for it, whatever was agreed since. As long as none was
 * invoiced, what the contract says, for this year and those to come; of a year that is over it says nothing.
 */
export function bundleOfYear(
  year: number,
  engagement: Engagement | null,
  invoices: readonly Invoice[],
  today: CalendarDate,
): number {
  const days = yearPeriod(year)
  const bought = standingLines(invoices).flatMap((line) =>
    line.kind === 'bundle' && overlap(days, line.period) !== null ? [line.minutes] : [],
  )
  if (bought.length > 0) return bought.reduce((sum, minutes) => sum + minutes, 0)
  if (engagement?.hoursBilling !== 'bundle' || year < yearOf(today)) return 0
  const isAgreed = overlap(days, { from: engagement.startsOn, to: engagement.endsOn }) !== null
  return isAgreed ? engagement.bundleMinutes : 0
}
