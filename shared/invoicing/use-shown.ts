import { type CalendarDate } from '../calendar/calendar-date.ts'
import { type Half, halfPeriod, overlap } from '../calendar/period.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Invoice } from './invoice.ts'

/**
 * What invoices tell of consults in one half-year. Hours out of a bundle and hours merged with other work tell nothing.
 * An invoice of consults alone tells that there were some, also after it was credited: it was read. That none came once
 * the half-year was over tells that there were none, where consults alone are what the contract bills.
 */
export function useShown(
  year: number,
  half: Half,
  engagement: Engagement,
  invoices: readonly Invoice[],
  today: CalendarDate,
): 'some' | 'none' | null {
  const billed = invoices
    .filter(({ kind }) => kind !== 'credit')
    .flatMap(({ lines }) => lines)
    .some(
      (line) =>
        line.kind === 'hours' && line.covers === 'consults' && line.year === year && line.half === half,
    )
  if (billed) return 'some'
  const days = halfPeriod(year, half)
  const isAgreed =
    engagement.hoursBilling === 'consults-alone' &&
    overlap(days, { from: engagement.startsOn, to: engagement.endsOn }) !== null
  return isAgreed && today > days.to ? 'none' : null
}
