import { type CalendarDate } from '../calendar/calendar-date.ts'
import { halfPeriod, span } from '../calendar/period.ts'
import { proportion, sumCents } from '../kernel/cents.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Organisation } from '../organisations/organisation.ts'
import { type Practice } from '../practice/practice.ts'
import { type BillableTime } from './billable-time.ts'
import { type HoursLine, type Invoice, type InvoiceDraft, type InvoiceLine } from './invoice.ts'
import { billedMinutes, comesFromBundle, lineInTime } from './late-hours.ts'
import { buyerOf, sellerOf } from './parties.ts'
import { standingLines } from './standing-lines.ts'
import { totals, vatTerms, withoutVat } from './vat.ts'

export type HoursRefusal = Refusal<
  | 'practice-incomplete'
  | 'organisation-incomplete'
  | 'engagement-missing'
  | 'hours-come-from-bundle'
  | 'half-year-not-over'
  | 'no-hours'
  | 'already-invoiced'
>

/**
 * One line for all hours of a half-year that is over. Whoever reads it cannot tell a consult from a meeting.
 * `invoices` are all of this organisation. Hours of a half-year for which a bundle was bought come from that
 * bundle, also when the contract says otherwise by now. What was written down after its half-year was invoiced stands in
 * a line of its own, at the rate of then: of this half-year, and of those before it whose time is given as `earlier`.
 */
export function hoursInvoice(
  time: BillableTime,
  practice: Practice,
  organisation: Organisation,
  engagement: Engagement | null,
  invoices: readonly Invoice[],
  today: CalendarDate,
  earlier: readonly BillableTime[] = [],
): InvoiceDraft | HoursRefusal {
  if ([time, ...earlier].some(({ organisationId }) => organisationId !== organisation.id))
    throw new Error('these hours were made for another organisation')
  const seller = sellerOf(practice)
  if (isRefusal(seller)) return seller
  const buyer = buyerOf(organisation)
  if (isRefusal(buyer)) return buyer
  if (engagement === null) return refuse('engagement-missing')
  const charged = standingLines(invoices)
  const own = lineFor(time, practice, engagement, charged, today)
  if (isRefusal(own) && own.refused === 'half-year-not-over') return own
  const late = earlier.flatMap((one) => {
    const line = lineFor(one, practice, engagement, charged, today)
    return isRefusal(line) || !line.isLate ? [] : [line]
  })
  if (isRefusal(own) && late.length === 0) return own
  const lines = isRefusal(own) ? late : [own, ...late]
  return {
    kind: 'hours',
    organisationId: organisation.id,
    seller,
    buyer,
    supplyPeriod: span(lines.map(({ year, half }) => halfPeriod(year, half))),
    lines,
    ...vatTerms(practice),
    ...totals(sumCents(lines.map(({ amountCents }) => amountCents)), practice.vatRegime),
  }
}

/** What is still to be billed of a half-year, in one line; late when that half-year was invoiced before. */
function lineFor(
  time: BillableTime,
  practice: Practice,
  engagement: Engagement,
  charged: readonly InvoiceLine[],
  today: CalendarDate,
): HoursLine | Refusal<'hours-come-from-bundle' | 'half-year-not-over' | 'no-hours' | 'already-invoiced'> {
  const { year, half, covers } = time
  const days = halfPeriod(year, half)
  const before = lineInTime(year, half, charged)
  if (comesFromBundle(year, half, engagement, charged)) return refuse('hours-come-from-bundle')
  if (today <= days.to) return refuse('half-year-not-over')
  if (time.minutes === 0) return refuse('no-hours')
  const minutes = time.minutes - billedMinutes(year, half, charged)
  if (minutes <= 0) return refuse('already-invoiced')
  const hourlyRateCents = before?.hourlyRateCents ?? withoutVat(engagement.hourlyRateCents, practice)
  const amountCents = proportion(hourlyRateCents, minutes, 60)
  return { kind: 'hours', covers, isLate: before !== null, year, half, minutes, hourlyRateCents, amountCents }
}
