import { type CountedSet } from '#shared/statistics/attack/counted-set.ts'
import { type LedgerValue, TOTAL } from '#shared/statistics/ledger.ts'
import { isMarked, type ReportMelder } from '#shared/statistics/report-dimension.ts'
import { halvesOf, type ReportPeriod } from '#shared/statistics/report-period.ts'

/** How many a set truly counts, and whether all of them speak of one person. */
export type TrueCount = { value: number; marked: boolean }

/** Whom a caseload truly counts, by which an attacker is judged: what is small, or all about one person, nobody may learn. */
export type TrueCounts = {
  /** What the caseload says now. */
  counted: (set: CountedSet) => TrueCount
  /** The same, where figures that were handed out still agree with it. */
  truth: (set: CountedSet) => TrueCount | undefined
}

/**
 * The true counts of sets of these organisations. Nobody knows them any more where a figure that was handed out says
 * something else than the caseload does, because cases were destroyed since, or because it is from before the caseload:
 * every half-year of every organisation that such a figure counts is unknown. Of editions nothing is asked; a set that
 * names no organisation counts all of them.
 */
export function trueCounts({
  melders,
  organisations,
  threshold,
  handedOut,
}: {
  melders: readonly ReportMelder[]
  organisations: readonly string[]
  threshold: number
  handedOut: readonly (CountedSet & { value: LedgerValue })[]
}): TrueCounts {
  const isIn = (melder: ReportMelder, dimension: string, categories: readonly string[]): boolean =>
    dimension === TOTAL || categories.includes(String(melder[dimension]))
  const counted = ({ period, dimension, categories, crossing, among }: CountedSet): TrueCount => {
    const halves: readonly string[] = halvesOf(period)
    const own = new Set(among ?? organisations)
    const inside = melders.filter(
      (one) =>
        own.has(String(one['organisationId'])) &&
        halves.includes(String(one['time'])) &&
        isIn(one, dimension, categories) &&
        (crossing === undefined || isIn(one, crossing.dimension, crossing.categories)),
    )
    return { value: inside.length, marked: isMarked(inside, threshold) }
  }
  const unknown = new Set(
    handedOut
      .filter((one) => typeof one.value === 'number' && counted(one).value !== one.value)
      .flatMap(({ among, period }) => placesOf(among ?? organisations, period)),
  )
  return {
    counted,
    truth: (set) =>
      placesOf(set.among ?? organisations, set.period).some((place) => unknown.has(place))
        ? undefined
        : counted(set),
  }
}

/** Every organisation in every half-year of a period, by name. */
export function placesOf(organisations: readonly string[], period: ReportPeriod): string[] {
  return organisations.flatMap((organisation) => halvesOf(period).map((half) => `${organisation} ${half}`))
}
