import type { Condition } from './atom-space.ts'
import { meets } from './atom-space.ts'
import { TOTAL, type LedgerFigure } from './ledger.ts'
import type { ReportMelder } from './report-dimension.ts'
import { halvesOf, type ReportPeriod } from './report-period.ts'
import { TIME } from './report-time.ts'
import type { Place, Strata } from './strata.ts'

/** A figure of the ledger in the terms of the report at hand. */
export type EarlierFigure = {
  figure: LedgerFigure
  strata: number[]
  condition: Condition
  value: LedgerFigure['value']
}

/** Everybody whom a figure counts. */
export function organisationsOf({ organisationId, among }: LedgerFigure): readonly string[] {
  return among ?? [organisationId]
}

/**
 * The figures of the ledger that share melders with these places, or with other such figures; and all places that
 * they tie together. A figure about several organisations stands in the ledger of each and is taken once.
 */
export function tiedFigures(
  ledger: readonly LedgerFigure[],
  start: readonly Place[],
): { figures: LedgerFigure[]; places: Place[] } {
  const reached = new Map(start.map((place) => [placeKey(place), place]))
  const found = new Map<string, LedgerFigure>()
  for (let before = -1; before < found.size;) {
    before = found.size
    for (const figure of ledger) {
      const covered = placesOf(organisationsOf(figure), figure.period)
      if (!covered.some((place) => reached.has(placeKey(place)))) continue
      for (const place of covered) reached.set(placeKey(place), place)
      found.set(keyOf(figure), found.get(keyOf(figure)) ?? figure)
    }
  }
  return { figures: [...found.values()], places: [...reached.values()] }
}

/** Every organisation in every half-year of a period. */
export function placesOf(organisations: readonly string[], period: ReportPeriod): Place[] {
  return organisations.flatMap((organisationId) => halvesOf(period).map((half) => ({ organisationId, half })))
}

/**
 * The years whose melders a report of this period needs: its own, and those that earlier figures tie to them. Where
 * a figure counted several organisations at once, it needs the melders of all of them (`organisations`).
 */
export function neededMelders(
  ledger: readonly LedgerFigure[],
  about: { organisationId: string; period: ReportPeriod },
): { organisations: string[]; years: number[] } {
  const { places } = tiedFigures(ledger, placesOf([about.organisationId], about.period))
  return {
    organisations: [...new Set(places.map(({ organisationId }) => organisationId))],
    years: [...new Set(places.map(({ half }) => Number(half.slice(0, 4))))].sort((a, b) => a - b),
  }
}

/** Where it counts and whom. Until 2026 a year's table by time was called `half` and named no year. */
export function understood(figure: LedgerFigure, strata: Strata): EarlierFigure {
  let halves = halvesOf(figure.period)
  const condition = new Map<string, readonly string[]>()
  const narrow = (dimension: string, categories: readonly string[]): void => {
    if (dimension === 'half')
      halves = halves.filter((half) =>
        categories.includes(half.endsWith('-1') ? 'first-half' : 'second-half'),
      )
    else if (dimension === TIME) halves = halves.filter((half) => categories.includes(half))
    else if (dimension !== TOTAL) condition.set(dimension, categories)
  }
  narrow(figure.dimension, figure.categories)
  if (figure.crossing) narrow(figure.crossing.dimension, figure.crossing.categories)
  const counting = { organisations: organisationsOf(figure), halves, report: figure.reportId }
  return { figure, strata: strata.counting(counting), condition, value: figure.value }
}

/** True when an earlier figure still says what the caseload says. Both would else be out, and their difference. */
export function isStillTrue(
  { strata, condition, value }: EarlierFigure,
  melders: readonly { melder: ReportMelder; stratum: number }[],
): boolean {
  if (value === 'hidden') return true
  const inside = new Set(strata)
  const count = melders.filter(
    ({ melder, stratum }) => inside.has(stratum) && meets(melder, condition),
  ).length
  return typeof value === 'number' ? value === count : count >= value.from && count <= value.to
}

/** True for a figure that counts everybody of its strata, whatever they are. */
export function isTotal({ dimension, crossing }: LedgerFigure): boolean {
  return dimension === TOTAL && crossing === undefined
}

function placeKey({ organisationId, half }: Place): string {
  return `${organisationId} ${half}`
}

function keyOf(figure: LedgerFigure): string {
  const { reportId, period, dimension, categories, crossing, among, organisationId, value } = figure
  const counted = among ?? organisationId
  return JSON.stringify([
    reportId,
    period,
    dimension,
    [...categories].sort(),
    crossing ?? null,
    counted,
    value,
  ])
}
