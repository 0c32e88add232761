import type { LedgerValue } from '../ledger.ts'
import type { ReportDimension } from '../report-dimension.ts'
import type { HalfYear, ReportPeriod } from '../report-period.ts'
import { TIME } from '../report-time.ts'
import type { ToldUse } from './told-use.ts'

/** What a figure counts: everybody of a period ('total'), a group of categories, or where two groups cross. */
export type CountedSet = {
  period: ReportPeriod
  dimension: string
  categories: readonly string[]
  crossing?: { dimension: string; categories: readonly string[] } | undefined
  /** Whose melders, where several organisations are concerned. */
  among?: readonly string[] | undefined
  /**
   * Which edition of a report it stands in, counted from 0, where a report was corrected: a later edition may count
   * people who were entered since. Absent: everybody.
   */
  edition?: number | undefined
  /** What is taken away from it: the remainder is meant. */
  without?: CountedSet
}

/** A figure as it was read back from a file; 'hidden' where the file shows that it shows none. */
export type FoundFigure = CountedSet & {
  value: LedgerValue
  /**
   * It was out before the first report that is attacked: what those tell by themselves is no finding, and a small one
   * counts as declared known.
   */
  isOut?: boolean
  /** A total that is declared known for nobody, as that of a whole caseload. */
  isUndeclared?: boolean
}

export type FoundFigures = {
  figures: readonly FoundFigure[]
  /** The dimensions by which the figures count; `half` and `time` need not be among them. */
  dimensions: readonly ReportDimension[]
  threshold: number
  /** What invoices tell of use, and of which organisation where there are several; see `useToldBy`. */
  use?: readonly (ToldUse & { among?: readonly string[] })[]
  /** Tables that were asked for, printed or not: periods and people of which all rows are targets. */
  asked?: readonly Pick<CountedSet, 'period' | 'among' | 'edition' | 'dimension'>[]
  /** Categories that only people of some organisations can be in, as everybody knows: their locations. */
  onlyOf?: readonly { dimension: string; category: string; among: readonly string[] }[]
  /** Somebody may know that she came to an organisation in a half-year, also where no table holds a cell of hers. */
  isPlaceKnown?: boolean
  /** The true count of a set where it is known; without it only what is certain counts as learned. */
  truth?: (counted: CountedSet) => { value: number; marked: boolean } | undefined
}

/** True for what counts by half-year or year. */
export function isTime(dimension: string): boolean {
  return dimension === TIME || dimension === 'half'
}

/** The half-years that a figure counts; a year's table by time was called `half` and named no year. */
export function narrowedHalves(
  halves: readonly HalfYear[],
  dimension: string,
  categories: readonly string[],
): HalfYear[] {
  if (dimension === 'half')
    return halves.filter((half) => categories.includes(half.endsWith('-1') ? 'first-half' : 'second-half'))
  if (dimension === TIME) return halves.filter((half) => categories.includes(half))
  return [...halves]
}
