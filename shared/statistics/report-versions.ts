import { isTotal, organisationsOf } from './earlier-figures.ts'
import type { LedgerFigure } from './ledger.ts'
import type { Tied } from './report-basis.ts'
import type { ExactTotal } from './report-total.ts'
import { periodKey, type ReportPeriod } from './report-period.ts'
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
 * The organisations and periods of which there was a report, so that tables were asked for, printed or not. Of
 * organisations that are only counted together with the report's own, those whose number is out.
 */
export function reportedBefore({ earlier }: Tied, organisations: readonly string[]): StrataSet[] {
  const key = [...organisations].sort().join()
  return earlier.flatMap(({ figure, strata, value }) => {
    if (!isTotal(figure)) return []
    const isOwn = [...organisationsOf(figure)].sort().join() === key
    return isOwn || (figure.among === undefined && typeof value === 'number') ? [strata] : []
  })
}
