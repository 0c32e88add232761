import { daysIn, overlap, type Period, span, without, yearPeriod } from '../calendar/period.ts'
import { type Cents, proportion, sumCents } from '../kernel/cents.ts'
import { dutchOrder } from '../kernel/dutch-order.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type Location } from '../organisations/location.ts'
import { type Organisation } from '../organisations/organisation.ts'
import { type Practice } from '../practice/practice.ts'
import {
  type BundleLine,
  type Invoice,
  type InvoiceDraft,
  type InvoiceLine,
  type LocationLine,
} from './invoice.ts'
import { chargesLocation } from './location-of-line.ts'
import { buyerOf, sellerOf } from './parties.ts'
import { standingLines } from './standing-lines.ts'
import { totals, vatTerms, withoutVat } from './vat.ts'

export type YearlyRefusal = Refusal<
  | 'practice-incomplete'
  | 'organisation-incomplete'
  | 'engagement-missing'
  | 'no-locations'
  | 'already-invoiced'
>

/**
 * The invoice of one year for one organisation: a line for each LRK number that was or will be under contract in
 * that year, pro rata by days, and the bundle of hours when one was agreed. `locations` and `invoices` are all of
 * this organisation. Days that a standing invoice charges already are left out, so that a second run bills only
 * who joined or stayed longer since; after a credit note everything is billed anew.
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
  const contract = overlap(yearPeriod(year), { from: engagement.startsOn, to: engagement.endsOn })
  if (contract === null) return refuse('engagement-missing')
  const under = locations.flatMap((location) => {
    const period = overlap(contract, { from: location.joinedOn, to: location.leftOn })
    return period === null ? [] : [{ location, period }]
  })
  if (under.length === 0) return refuse('no-locations')

  const charged = standingLines(invoices)
  const unitCents = withoutVat(engagement.priceCents, practice)
  const locationLines = under
    .flatMap(({ location, period }) =>
      without(period, periodsOf(location, charged)).map((open) =>
        locationLine(location, open, year, unitCents),
      ),
    )
    .sort(byNameAndPeriod)
  const lines = [...locationLines, ...bundleLines(engagement, contract, charged, practice)]
  if (lines.length === 0) return refuse('already-invoiced')
  return {
    kind: 'yearly',
    organisationId: organisation.id,
    seller,
    buyer,
    supplyPeriod: span(lines.map((line) => line.period)),
    lines,
    ...vatTerms(practice),
    ...totals(sumCents(lines.map((line) => line.amountCents)), practice.vatRegime),
  }
}

function periodsOf(location: Location, charged: readonly InvoiceLine[]): Period[] {
  return charged.flatMap((line) => (chargesLocation(line, location) ? [line.period] : []))
}

function locationLine(location: Location, period: Period, year: number, unitCents: Cents): LocationLine {
  const days = daysIn(period)
  const daysInYear = daysIn(yearPeriod(year))
  return {
    kind: 'location',
    locationId: location.id,
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
}

function byNameAndPeriod(a: LocationLine, b: LocationLine): number {
  return (
    dutchOrder(a.name, b.name) ||
    a.lrkNumber.localeCompare(b.lrkNumber) ||
    a.period.from.localeCompare(b.period.from)
  )
}

/** The bundle is bought once for the year, whole, also in a year that the contract does not fill. */
function bundleLines(
  engagement: Engagement,
  contract: Period,
  charged: readonly InvoiceLine[],
  practice: Practice,
): BundleLine[] {
  const bought = charged.some((line) => line.kind === 'bundle' && overlap(contract, line.period) !== null)
  if (engagement.hoursBilling !== 'bundle' || engagement.bundleMinutes === 0 || bought) return []
  const hourlyRateCents = withoutVat(engagement.hourlyRateCents, practice)
  return [
    {
      kind: 'bundle',
      period: contract,
      minutes: engagement.bundleMinutes,
      hourlyRateCents,
      amountCents: proportion(hourlyRateCents, engagement.bundleMinutes, 60),
    },
  ]
}
