import { meets, type Counts, type Placed } from './atom-space.ts'
import {
  isStillTrue,
  isTotal,
  placesOf,
  tiedFigures,
  understood,
  type EarlierFigure,
} from './earlier-figures.ts'
import type { LedgerFigure } from './ledger.ts'
import type { Counted as Named } from './report-explanation.ts'
import type { ReportTotal, Threshold } from './presets.ts'
import { categoriesOf, categoryOf, type ReportDimension, type ReportMelder } from './report-dimension.ts'
import { contains, halvesOf, overlaps, type HalfYear, type ReportPeriod } from './report-period.ts'
import { TIME } from './report-time.ts'
import { Strata, without, type StrataSet } from './strata.ts'

/** A total of some strata as it is known: exactly (`min` = `max`) or within a range. */
export type KnownTotal = {
  strata: StrataSet
  min: number
  max: number
  named: Named | null
  /** False for what is out without being declared known: then it must not tell more than what is. */
  isDeclared: boolean
}

/** All that is known of a report before its tables are chosen. */
export type ReportBasis = {
  all: StrataSet
  /** The strata that the report counts, and the half-year of each, by which a table by time takes them. */
  own: StrataSet
  ownIn(halves: readonly string[]): StrataSet
  placed: readonly Placed[]
  /** Without time. Those that only earlier figures count by have no table; all categories that anybody has are known. */
  dimensions: readonly (ReportDimension & { categories: readonly string[] })[]
  time: ReportDimension | null
  total: ReportTotal
  totals: readonly KnownTotal[]
  /** Those of them that were known before this report. */
  before: readonly KnownTotal[]
  /** True where figures that are out give something away by themselves: that counts as known. */
  isOut: boolean
  earlier: readonly EarlierFigure[]
  /** Zeros by nature. */
  zeros: readonly Counts[]
  threshold: Threshold
  /**
   * Periods and entities of which a report is or was made, so that tables were asked for, printed or not: all of the
   * rows are looked at in each.
   */
  parts: readonly StrataSet[]
}

/** What invoices of an organisation tell of a half-year. */
export type UseShown = { organisationId: string; period: HalfYear; use: 'some' | 'none' }

export type Counted = {
  organisations: readonly string[]
  period: ReportPeriod
  melders: readonly ReportMelder[]
  dimensions: readonly ReportDimension[]
  ledger: readonly LedgerFigure[]
  use: readonly UseShown[]
}

/** Why a report cannot be made, with the earlier figures that are the reason. */
export type InTheWay = {
  refused: 'earlier-figures-in-the-way' | 'periods-overlap-partly'
  figures: LedgerFigure[]
}

/** What a report counts, together with everything that earlier figures tie to it. Its total is decided later. */
export type Tied = Omit<ReportBasis, 'total' | 'threshold' | 'parts' | 'before' | 'isOut'> & {
  strata: Strata
  /** Everybody whom the report counts. */
  counted: readonly ReportMelder[]
}

/**
 * Lays a report beside the earlier figures that share melders with it. In the way are figures that count by something
 * that nobody is counted by now, or that no longer agree with the caseload, and blocks of years that overlap others
 * in part. Throws for a melder of the report in a category that its dimension does not declare.
 */
export function tiedTo(request: Counted): Tied | InTheWay {
  const { organisations, period, melders, dimensions, ledger } = request
  const [first = ''] = organisations
  const halves = halvesOf(period)
  const { figures, places } = tiedFigures(ledger, placesOf(organisations, period))
  const rolling = figures.filter(
    (figure) =>
      overlaps(figure.period, period) && !contains(figure.period, period) && !contains(period, figure.period),
  )
  if (rolling.length > 0) return { refused: 'periods-overlap-partly', figures: rolling }
  const strata = new Strata(places, reportsIn(ledger, figures), melders)
  const placed = melders.flatMap((melder): Placed[] => {
    const stratum = strata.of(melder, first)
    return stratum === null ? [] : [{ melder, stratum }]
  })
  const earlier = figures.map((figure) => understood(figure, strata))
  const own = strata.counting({ organisations, halves, report: null })
  const inside = new Set(own)
  const counted = placed.flatMap(({ melder, stratum }) => (inside.has(stratum) ? [melder] : []))
  for (const dimension of dimensions) for (const melder of counted) categoryOf(melder, dimension)
  const known = [...dimensions.filter(({ name }) => name !== TIME), ...others(earlier, dimensions)].map(
    (dimension) => ({
      ...dimension,
      categories: allCategories(dimension, earlier, placed),
    }),
  )
  const wrong = earlier.filter(
    (figure) => !isStillTrue(figure, placed) || !isCounted(figure, known, own, placed, organisations),
  )
  if (wrong.length > 0)
    return { refused: 'earlier-figures-in-the-way', figures: wrong.map(({ figure }) => figure) }
  return {
    strata,
    counted,
    all: Array.from({ length: strata.size }, (_, stratum) => stratum),
    own,
    ownIn: (some) =>
      strata.counting({ organisations, halves: halves.filter((half) => some.includes(half)), report: null }),
    placed,
    dimensions: known,
    time: dimensions.find(({ name }) => name === TIME) ?? null,
    totals: [...earlierTotals(earlier), ...shownUse(request.use, strata, placed)],
    earlier,
    zeros: zerosOf(known, own, strata, organisations, placed),
  }
}

/** A basis of which the total is decided. */
export function withTotal(
  tied: Tied,
  total: ReportTotal,
  further: readonly KnownTotal[],
  parts: readonly StrataSet[],
  threshold: Threshold,
): ReportBasis {
  const { totals: before } = tied
  return { ...tied, total, totals: [...further, ...before], before, isOut: false, parts, threshold }
}

/** Reports in the order in which they were settled. */
function reportsIn(ledger: readonly LedgerFigure[], figures: readonly LedgerFigure[]): string[] {
  const tied = new Set(figures.map(({ reportId }) => reportId))
  return [...new Set(ledger.map(({ reportId }) => reportId))].filter((report) => tied.has(report))
}

/** Dimensions by which only earlier figures count. */
function others(
  earlier: readonly EarlierFigure[],
  dimensions: readonly ReportDimension[],
): ReportDimension[] {
  const names = new Set(earlier.flatMap(({ condition }) => [...condition.keys()]))
  for (const { name } of dimensions) names.delete(name)
  return [...names].map((name) => ({ name, ladder: [] }))
}

/** The declared categories, and those that other figures or people of other periods have. */
function allCategories(
  dimension: ReportDimension,
  earlier: readonly EarlierFigure[],
  placed: readonly Placed[],
): string[] {
  const { name } = dimension
  const seen = placed.flatMap(({ melder }) => melder[name] ?? [])
  return [
    ...new Set([
      ...categoriesOf(dimension),
      ...earlier.flatMap(({ condition }) => condition.get(name) ?? []),
      ...seen,
    ]),
  ]
}

/** False when a figure counts by what melders do not carry, or by a category that the report at hand leaves out. */
function isCounted(
  { condition, strata }: EarlierFigure,
  dimensions: readonly ReportDimension[],
  own: StrataSet,
  placed: readonly Placed[],
  organisations: readonly string[],
): boolean {
  const isBeside = without(strata, own).length === strata.length
  return [...condition].every(([name, categories]) => {
    const dimension = dimensions.find((one) => one.name === name)
    const declared = dimension ? categoriesOf(dimension) : []
    return declared.length === 0 || isBeside
      ? placed.every(({ melder }) => typeof melder[name] === 'string')
      : categories.every(
          (category) => declared.includes(category) || isElsewhere(category, dimension, organisations),
        )
  })
}

/** True for a category that only other organisations can have. */
function isElsewhere(
  category: string,
  dimension: ReportDimension | undefined,
  organisations: readonly string[],
): boolean {
  const owners = (dimension?.only ?? []).filter((one) => one.category === category)
  return owners.length > 0 && owners.every(({ organisationId }) => !organisations.includes(organisationId))
}

/** Totals that were handed out. Those of several organisations at once are out, but declared for none of them. */
function earlierTotals(earlier: readonly EarlierFigure[]): KnownTotal[] {
  return earlier.flatMap(({ figure, strata, value }): KnownTotal[] => {
    if (!isTotal(figure) || value === 'hidden') return []
    const { from, to } = typeof value === 'number' ? { from: value, to: value } : value
    const named = { dimension: figure.dimension, categories: [], period: figure.period }
    return [{ strata, min: from, max: to, named, isDeclared: figure.among === undefined }]
  })
}

/** Use tells of new melders only where there are some: a consult may belong to somebody who came before. */
function shownUse(use: readonly UseShown[], strata: Strata, placed: readonly Placed[]): KnownTotal[] {
  return use.flatMap(({ organisationId, period, use: shown }): KnownTotal[] => {
    const set = strata.counting({ organisations: [organisationId], halves: [period], report: null })
    const isUsed = placed.some(({ stratum }) => set.includes(stratum))
    if (set.length === 0 || isUsed !== (shown === 'some')) return []
    const [min, max] = isUsed ? [1, Infinity] : [0, 0]
    return [{ strata: set, min, max, named: null, isDeclared: true }]
  })
}

/** Which categories one organisation alone can have. */
function ownersOf({ only = [] }: ReportDimension): { organisationId: string; categories: string[] }[] {
  const owners = [...new Set(only.map(({ organisationId }) => organisationId))]
  return owners.map((organisationId) => ({
    organisationId,
    categories: only.flatMap((one) => (one.organisationId === organisationId ? [one.category] : [])),
  }))
}

/**
 * Categories that did not exist in a half-year or that another organisation has alone, where indeed nobody has them; and
 * for the report's own period those that it does not know, because its tables add up without them.
 */
function zerosOf(
  dimensions: readonly (ReportDimension & { categories: readonly string[] })[],
  own: StrataSet,
  strata: Strata,
  organisations: readonly string[],
  placed: readonly Placed[],
): Counts[] {
  return dimensions.flatMap((dimension): Counts[] => {
    const { name, categories, absent = [] } = dimension
    const declared = categoriesOf(dimension)
    const unknown = declared.length === 0 ? [] : categories.filter((category) => !declared.includes(category))
    const known = absent.map(({ category, halves }) => ({
      strata: strata.counting({ organisations, halves, report: null }),
      condition: new Map([[name, [category]]]),
    }))
    const elsewhere = ownersOf(dimension).map(({ organisationId, categories: its }) => ({
      strata: strata.besides(organisationId),
      condition: new Map([[name, its]]),
    }))
    return [
      ...(unknown.length > 0 ? [{ strata: own, condition: new Map([[name, unknown]]) }] : []),
      ...[...known, ...elsewhere].filter(
        ({ strata: set, condition }) =>
          set.length > 0 &&
          !placed.some(({ melder, stratum }) => set.includes(stratum) && meets(melder, condition)),
      ),
    ]
  })
}
