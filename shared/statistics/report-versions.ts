import { isTotal, organisationsOf } from './earlier-figures.ts'
import type { LedgerFigure } from './ledger.ts'
import type { KnownTotal, Tied } from './report-basis.ts'
import type { ExactTotal } from './report-total.ts'
import { halvesOf, periodKey, type ReportPeriod } from './report-period.ts'
import type { StrataSet } from './strata.ts'

/**
 * Totals of the very same period and organisations that were handed out before and differ from today's by fewer than
 * k: side by side they would show how few were entered since.
 */
export function tooNearVersions(
  { earlier, counted }: Tied,
  organisations: readonly string[],
  period: ReportPeriod,
  threshold: number,
): LedgerFigure[] {
  const key = [...organisations].sort().join()
  return earlier.flatMap(({ figure, value }) => {
    const isSame =
      isTotal(figure) &&
      periodKey(figure.period) === periodKey(period) &&
      [...organisationsOf(figure)].sort().join() === key
    if (!isSame || typeof value !== 'number' || value === counted.length) return []
    return Math.abs(counted.length - value) < threshold ? [figure] : []
  })
}

/** Totals that were handed out as numbers, of anybody. */
export function exactTotals({ earlier }: Tied): ExactTotal[] {
  return earlier.flatMap(({ figure, strata, value }) =>
    isTotal(figure) && typeof value === 'number' ? [{ strata, value }] : [],
  )
}

/**
 * The organisations and periods of which there was a report, so that tables were asked for, printed or not. As soon as
 * a range is known of anybody, rows of all together tell something of the rows of each: then every organisation that
 * was only counted together with others is one of them too. `known` are the totals of the report at hand.
 */
export function reportedBefore(
  { earlier, totals, strata: all }: Tied,
  organisations: readonly string[],
  known: readonly KnownTotal[],
): StrataSet[] {
  const key = [...organisations].sort().join()
  const before = earlier.filter(({ figure }) => isTotal(figure))
  const reported = before.flatMap(({ figure, strata }) => {
    const isOwn = [...organisationsOf(figure)].sort().join() === key
    return isOwn || figure.among === undefined ? [strata] : []
  })
  const isRanged = [...known, ...totals].some(
    ({ min, max }) => min < max && (min > 0 || Number.isFinite(max)),
  )
  if (!isRanged) return reported
  const silent = before.flatMap(({ figure }) =>
    (figure.among ?? []).map((organisationId) =>
      all.counting({
        organisations: [organisationId],
        halves: halvesOf(figure.period),
        report: figure.reportId,
      }),
    ),
  )
  return [...reported, ...known.map(({ strata }) => strata), ...silent]
}
