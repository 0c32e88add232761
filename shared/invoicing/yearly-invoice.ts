import { daysIn, overlap, yearPeriod } from '../calendar/period.ts'
import { proportion, sumCents } from '../kernel/cents.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Location } from '../organisations/location.ts'
import { type Organisation } from '../organisations/organisation.ts'
import { type Practice } from '../practice/practice.ts'
import { type BundleLine, type Invoice, type InvoiceDraft, type LocationLine } from './invoice.ts'
import { buyerOf, sellerOf } from './parties.ts'
import { totals, VAT_PERCENT, withoutVat } from './vat.ts'

export type YearlyRefusal = Refusal<
  | 'practice-incomplete'
  | 'organisation-incomplete'
  | 'engagement-missing'
  | 'no-locations'
  | 'already-invoiced'
>

/** Lines of earlier invoices that a credit note has not taken back. */
function standing(invoices: readonly Invoice[]): InvoiceDraft['lines'] {
  const credited = new Set(invoices.flatMap((invoice) => (invoice.creditOf ? [invoice.creditOf.id] : [])))
  return invoices
    .filter((invoice) => invoice.kind !== 'credit' && !credited.has(invoice.id))
    .flatMap((invoice) => invoice.lines)
}

/**
 * The invoice of one year for one organisation: a line for each LRK number that was or will be under contract in
 * that year, pro rata by days, and the bundle of hours when one was agreed. What earlier invoices of `invoices`
 * (all of this organisation) already charge is left out, so that a second run bills only who joined since.
 */
export function yearlyInvoice(
  year: number,
  practice: Practice,
  organisation: Organisation,
  engagement: Engagement | null,
  locations: readonly Location[],
  invoices: readonly Invoice[],
): InvoiceDraft | YearlyRefusal {
  const seller = sellerOf(practice)
  if (isRefusal(seller)) return seller
  const buyer = buyerOf(organisation)
  if (isRefusal(buyer)) return buyer
  if (engagement === null) return refuse('engagement-missing')
  const whole = yearPeriod(year)
  const contract = overlap(whole, { from: engagement.startsOn, to: engagement.endsOn })
  if (contract === null) return refuse('engagement-missing')

  const earlier = standing(invoices)
  const unitCents = withoutVat(engagement.priceCents, practice.vatRegime, practice.pricesIncludeVat)
  const under = locations.flatMap((location) => {
    const period = overlap(contract, { from: location.joinedOn, to: location.leftOn })
    return period === null ? [] : [{ location, period }]
  })
  if (under.length === 0) return refuse('no-locations')

  const locationLines = under
    .filter(
      ({ location }) =>
        !earlier.some(
          (line) =>
            line.kind === 'location' &&
            line.lrkNumber === location.lrkNumber &&
            overlap(whole, line.period) !== null,
        ),
    )
    .map(({ location, period }): LocationLine => {
      const days = daysIn(period)
      const daysInYear = daysIn(whole)
      return {
        kind: 'location',
        lrkNumber: location.lrkNumber,
        name: location.name,
        type: location.type,
        costCentre: location.costCentre,
        period,
        days,
        daysInYear,
        unitCents,
        amountCents: proportion(unitCents, days, daysInYear),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'nl') || a.lrkNumber.localeCompare(b.lrkNumber))

  const hourlyRateCents = withoutVat(
    engagement.hourlyRateCents,
    practice.vatRegime,
    practice.pricesIncludeVat,
  )
  const bundled = earlier.some((line) => line.kind === 'bundle' && overlap(whole, line.period) !== null)
  const bundle: BundleLine[] =
    engagement.hoursBilling === 'bundle' && engagement.bundleMinutes > 0 && !bundled
      ? [
          {
            kind: 'bundle',
            period: contract,
            minutes: engagement.bundleMinutes,
            hourlyRateCents,
            amountCents: proportion(hourlyRateCents, engagement.bundleMinutes, 60),
          },
        ]
      : []

  const lines = [...locationLines, ...bundle]
  if (lines.length === 0) return refuse('already-invoiced')
  return {
    kind: 'yearly',
    organisationId: organisation.id,
    seller,
    buyer,
    supplyPeriod: contract,
    lines,
    vatRegime: practice.vatRegime,
    vatPercent: practice.vatRegime === 'standard' ? VAT_PERCENT : 0,
    smallBusinessSentence: practice.smallBusinessSentence,
    ...totals(sumCents(lines.map((line) => line.amountCents)), practice.vatRegime),
  }
}
