import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { type Invoice } from './invoice.ts'

const RECENT_DAYS = 31
const LONG_AGO_DAYS = RECENT_DAYS + 2 * 366

export const DOUBTS_ABOUT_DAY = ['clock-behind-last-invoice', 'clock-far-ahead'] as const
export type DoubtAboutDay = (typeof DOUBTS_ABOUT_DAY)[number]

/** An invoice that was taken back on a day before its own bears a day that nobody believes any more. */
function wasOfWrongDay(invoice: Invoice, issued: readonly Invoice[]): boolean {
  return issued.some(({ creditOf, issuedOn }) => creditOf?.id === invoice.id && issuedOn < invoice.issuedOn)
}

/**
 * Why the day that the clock gives is asked about before an invoice gets it for ever; `null` when there is no reason.
 * Numbers and days run the same way (art. 35a lid 1 onder b Wet OB), so there is when an invoice of a later day stands
 * (`clock-behind-last-invoice`). And when nothing was done for more than two years, the last month left out because a wrong
 * clock has dated that too (`clock-far-ahead`). `worked` are the days of all contacts, activities and first contacts.
 */
export function doubtAboutDay(
  today: CalendarDate,
  issued: readonly Invoice[],
  worked: readonly CalendarDate[],
): Refusal<DoubtAboutDay> | null {
  const believed = issued.filter((invoice) => !wasOfWrongDay(invoice, issued))
  if (believed.some(({ issuedOn }) => issuedOn > today)) return refuse('clock-behind-last-invoice')
  const recent = addDays(today, -RECENT_DAYS)
  const longAgo = addDays(today, -LONG_AGO_DAYS)
  const before = [...worked, ...believed.map(({ issuedOn }) => issuedOn)].filter((day) => day < recent)
  const isFarAhead = before.length > 0 && before.every((day) => day < longAgo)
  return isFarAhead ? refuse('clock-far-ahead') : null
}
