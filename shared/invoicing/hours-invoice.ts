import { type CalendarDate } from '../calendar/calendar-date.ts'
import { halfPeriod, overlap } from '../calendar/period.ts'
import { proportion } from '../kernel/cents.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Organisation } from '../organisations/organisation.ts'
import { type Practice } from '../practice/practice.ts'
import { type BillableTime } from './billable-time.ts'
import { type HoursLine, type Invoice, type InvoiceDraft } from './invoice.ts'
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
 * bundle, also when the contract says otherwise by now.
 */
export function hoursInvoice(
  time: BillableTime,
  practice: Practice,
  organisation: Organisation,
  engagement: Engagement | null,
  invoices: readonly Invoice[],
  today: CalendarDate,
): InvoiceDraft | HoursRefusal {
  if (time.organisationId !== organisation.id)
    throw new Error('these hours were made for another organisation')
  const seller = sellerOf(practice)
  if (isRefusal(seller)) return seller
  const buyer = buyerOf(organisation)
  if (isRefusal(buyer)) return buyer
  if (engagement === null) return refuse('engagement-missing')
  const supplyPeriod = halfPeriod(time.year, time.half)
  const charged = standingLines(invoices)
  const bundled = charged.some(
    (line) => line.kind === 'bundle' && overlap(supplyPeriod, line.period) !== null,
  )
  if (engagement.hoursBilling === 'bundle' || bundled) return refuse('hours-come-from-bundle')
  if (today <= supplyPeriod.to) return refuse('half-year-not-over')
  if (time.minutes === 0) return refuse('no-hours')
  if (charged.some((line) => line.kind === 'hours' && line.year === time.year && line.half === time.half))
    return refuse('already-invoiced')

  const hourlyRateCents = withoutVat(engagement.hourlyRateCents, practice)
  const line: HoursLine = {
    kind: 'hours',
    covers: time.covers,
    isLate: false,
    year: time.year,
    half: time.half,
    minutes: time.minutes,
    hourlyRateCents,
    amountCents: proportion(hourlyRateCents, time.minutes, 60),
  }
  return {
    kind: 'hours',
    organisationId: organisation.id,
    seller,
    buyer,
    supplyPeriod,
    lines: [line],
    ...vatTerms(practice),
    ...totals(line.amountCents, practice.vatRegime),
  }
}
