import { type CalendarDate } from '../calendar/calendar-date.ts'
import { type Half, halfPeriod, overlap } from '../calendar/period.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Invoice } from './invoice.ts'

/**
 * What invoices tell of consults in one half-year. Hours out of a bundle tell nothing. An invoice of consults alone tells
 * that there were some, also after it was credited: it was read. That none came once the half-year was over tells that
 * there were none, where consults alone are what the contract bills. A line that merges them with other work tells
 * neither; but where not even that will come, because there are no `minutes` to bill, there was no consult.
 */
export function useShown(
  year: number,
  half: Half,
  engagement: Engagement,
  invoices: readonly Invoice[],
  minutes: number,
  today: CalendarDate,
): 'some' | 'none' | null {
  const billed = invoices
    .filter(({ kind }) => kind !== 'credit')
    .flatMap(({ lines }) => lines)
    .flatMap((line) =>
      line.kind === 'hours' && line.year === year && line.half === half ? [line.covers] : [],
    )
  if (billed.includes('consults')) return 'some'
  const days = halfPeriod(year, half)
  const { hoursBilling, startsOn, endsOn } = engagement
  const isOver = overlap(days, { from: startsOn, to: endsOn }) !== null && today > days.to
  if (!isOver || hoursBilling === 'bundle') return null
  return hoursBilling === 'consults-alone' || (billed.length === 0 && minutes === 0) ? 'none' : null
}
