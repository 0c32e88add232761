import { type CalendarDate } from '../calendar/calendar-date.ts'
import { halfPeriod } from '../calendar/period.ts'
import { proportion } from '../kernel/cents.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Organisation } from '../organisations/organisation.ts'
import { type Practice } from '../practice/practice.ts'
import { type BillableTime } from './billable-time.ts'
import { type HoursLine, type Invoice, type InvoiceDraft } from './invoice.ts'
import { buyerOf, sellerOf } from './parties.ts'
import { totals, VAT_PERCENT, withoutVat } from './vat.ts'

export type HoursRefusal = Refusal<
  | 'practice-incomplete'
  | 'organisation-incomplete'
  | 'engagement-missing'
  | 'hours-come-from-bundle'
  | 'half-year-not-over'
  | 'no-hours'
  | 'already-invoiced'
>

/** One line for all hours of a half-year that is over. Whoever reads it cannot tell a consult from a meeting. */
export function hoursInvoice(
  time: BillableTime,
  practice: Practice,
  organisation: Organisation,
  engagement: Engagement | null,
  invoices: readonly Invoice[],
  today: CalendarDate,
): InvoiceDraft | HoursRefusal {
  const seller = sellerOf(practice)
  if (isRefusal(seller)) return seller
  const buyer = buyerOf(organisation)
  if (isRefusal(buyer)) return buyer
  if (engagement === null) return refuse('engagement-missing')
  if (engagement.hoursBilling === 'bundle') return refuse('hours-come-from-bundle')
  const supplyPeriod = halfPeriod(time.year, time.half)
  if (today <= supplyPeriod.to) return refuse('half-year-not-over')
  if (time.minutes === 0) return refuse('no-hours')
  const credited = new Set(invoices.flatMap((invoice) => (invoice.creditOf ? [invoice.creditOf.id] : [])))
  const charged = invoices
    .filter((invoice) => invoice.kind === 'hours' && !credited.has(invoice.id))
    .flatMap((invoice) => invoice.lines)
    .some((line) => line.kind === 'hours' && line.year === time.year && line.half === time.half)
  if (charged) return refuse('already-invoiced')

  const hourlyRateCents = withoutVat(
    engagement.hourlyRateCents,
    practice.vatRegime,
    practice.pricesIncludeVat,
  )
  const line: HoursLine = {
    kind: 'hours',
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
    vatRegime: practice.vatRegime,
    vatPercent: practice.vatRegime === 'standard' ? VAT_PERCENT : 0,
    smallBusinessSentence: practice.smallBusinessSentence,
    ...totals(line.amountCents, practice.vatRegime),
  }
}
