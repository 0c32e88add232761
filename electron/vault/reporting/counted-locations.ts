import { overlap } from '#shared/calendar/period.ts'
import { countingHalf } from '#shared/casework/late-case.ts'
import { type CountedMelder, NO_LOCATION, type WrittenCase } from '#shared/casework/melders.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Location } from '#shared/organisations/location.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { placesOf, tiedFigures } from '#shared/statistics/earlier-figures.ts'
import { type LedgerFigure } from '#shared/statistics/ledger.ts'
import { type HalfYear, halvesOf, overlaps, type ReportPeriod } from '#shared/statistics/report-period.ts'

/**
 * The cases as figures count them by location: a case counts at a location that was under contract in the half-year that
 * it counts in, or that a figure of that half-year names; at any other as at none in particular. What a settled report
 * counted it as stays.
 */
export function countedByLocation(
  cases: readonly WrittenCase[],
  locations: readonly Location[],
  ledger: readonly LedgerFigure[],
): WrittenCase[] {
  const isCountedIn = countedIn(ledger)
  const isCounted = (id: Id, organisationId: Id, half: HalfYear): boolean =>
    locations.some((one) => one.id === id && one.organisationId === organisationId && isCountedIn(one, half))
  return cases.map(({ caseFile, entries }) => {
    const { locationId, organisationId, countedAs } = caseFile
    return locationId === null ||
      countedAs !== null ||
      isCounted(locationId, organisationId, countingHalf(caseFile))
      ? { caseFile, entries }
      : { caseFile: { ...caseFile, locationId: null }, entries }
  })
}

export type ByLocation = {
  /** Those that the tables count by. */
  locations: Location[]
  /** Those of other organisations that earlier figures name. */
  elsewhere: Location[]
  melders: CountedMelder[]
}

/**
 * What a report counts by location: the locations under contract in its period and those that earlier figures of it name,
 * whoever came. A location that only somebody brings in would tell of her. Whoever is of another one counts as of none.
 * `kept` are rows that remainders are kept in.
 */
export function byLocation(
  about: { organisations: readonly Id[]; period: ReportPeriod },
  locations: readonly Location[],
  melders: readonly CountedMelder[],
  ledger: readonly LedgerFigure[],
  kept: readonly { dimension: string; rows: readonly { categories: readonly string[] }[] }[],
): ByLocation {
  const { organisations, period } = about
  const tied = tiedFigures(ledger, placesOf(organisations, period)).figures
  const named = new Set([
    ...tied.filter((figure) => overlaps(figure.period, period)).flatMap(locationsNamedBy),
    ...kept
      .filter(({ dimension }) => dimension === 'location')
      .flatMap(({ rows }) => rows.flatMap(({ categories }) => categories)),
  ])
  const counted = locations.filter(
    (one) =>
      organisations.includes(one.organisationId) && (named.has(one.id) || isUnderContract(one, period)),
  )
  const here = new Set<string>([NO_LOCATION, ...counted.map(({ id }) => id)])
  const elsewhere = new Set(tied.flatMap(locationsNamedBy))
  const halves = halvesOf(period)
  return {
    locations: counted,
    elsewhere: locations.filter(
      (one) => !organisations.includes(one.organisationId) && elsewhere.has(one.id),
    ),
    melders: melders.map((melder) => {
      const isOwn = organisations.includes(melder.organisationId) && halves.includes(melder.time)
      const isKnown = here.has(melder.location) || (!isOwn && elsewhere.has(melder.location))
      return isKnown ? melder : { ...melder, location: NO_LOCATION }
    }),
  }
}

/** The locations that a figure counts by. */
export function locationsNamedBy({ dimension, categories, crossing }: LedgerFigure): string[] {
  return [{ dimension, categories }, ...(crossing === undefined ? [] : [crossing])]
    .filter((by) => by.dimension === 'location')
    .flatMap((by) => by.categories)
}

/** True for a location and a half-year in which somebody can be counted there. */
function countedIn(ledger: readonly LedgerFigure[]): (location: Location, half: HalfYear) => boolean {
  const named = new Set(
    ledger.flatMap((figure) => {
      const halves = halvesOf(figure.period)
      return locationsNamedBy(figure).flatMap((id) => halves.map((half) => `${id} ${half}`))
    }),
  )
  return (location, half) =>
    named.has(`${location.id} ${half}`) || isUnderContract(location, halfAsPeriod(half))
}

function isUnderContract({ joinedOn, leftOn }: Location, period: ReportPeriod): boolean {
  return overlap(daysOf(period), { from: joinedOn, to: leftOn }) !== null
}

function halfAsPeriod(half: HalfYear): ReportPeriod {
  return { year: Number(half.slice(0, 4)), half: half.endsWith('1') ? 'first-half' : 'second-half' }
}
