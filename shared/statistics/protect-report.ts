import { isRefusal } from '../kernel/refusal.ts'
import type { Id } from '../kernel/id.ts'
import type { LedgerFigure } from './ledger.ts'
import { chosenThreshold, type ReportSettings } from './presets.ts'
import { tiedTo, withTotal } from './report-basis.ts'
import { assertLadder, type ReportDimension, type ReportMelder } from './report-dimension.ts'
import type { HalfYear, ReportPeriod } from './report-period.ts'
import { inTheWay, type Released, type ReportRefusal } from './released.ts'
import { rangeOf, shownTotal } from './report-total.ts'
import { exactTotals, reportedBefore, tooNearVersions } from './report-versions.ts'
import { sealedReport } from './sealed-report.ts'
import type { GateRun } from './search-limits.ts'

export type ReportRequest = {
  organisationId: Id
  /** With the secret it decides every choice: the same id prints the same report. */
  reportId: Id
  period: ReportPeriod
  settings: ReportSettings
  /** Everybody of the years that `neededMelders` names, once in each year. */
  melders: readonly ReportMelder[]
  /** The one-way tables, in the order in which they are shown; time among them where it is to be shown. */
  dimensions: readonly ReportDimension[]
  /** Pairs of those dimensions that are asked for together. */
  crossTables: readonly (readonly [string, string])[]
  /** What invoices tell of a half-year: that there was use, or that there was none; of whom, where it is another. */
  use: readonly { organisationId?: Id; period: HalfYear; use: 'some' | 'none' }[]
  /** Everything handed over before, in order; other organisations and periods may stand among it. */
  ledger: readonly LedgerFigure[]
  secret: Uint8Array
}

/**
 * The gate for one organisation. Prints the total as the preset says and, from 2k distinct melders on, a one-way table
 * for each dimension by the finest declared partition that is safe together with all other figures that share melders
 * with it; from 4k on also the cross tables that were asked for, where at least half of their cells can stand. G(k)
 * holds for every cell of every dimension, printed or merged, and every witness is checked by addition against what
 * the finished report prints.
 *
 * Refusals: a threshold that does not exist or lacks its reason; earlier figures that no longer agree with the
 * caseload or already give away too much; a block of years that overlaps another in part; a corrected total that
 * differs from the one before by fewer than k; figures for which a witness failed; a run that was cancelled.
 */
export async function protectReport(
  request: ReportRequest,
  run: GateRun = {},
): Promise<Released | ReportRefusal> {
  const { organisationId, period, settings, melders, dimensions, ledger } = request
  const threshold = chosenThreshold(settings)
  if (isRefusal(threshold)) return threshold
  dimensions.forEach(assertLadder)
  const use = request.use.map((shown) => ({ organisationId, ...shown }))
  const tied = tiedTo({ organisations: [organisationId], period, melders, dimensions, ledger, use })
  if ('refused' in tied) return inTheWay(tied.refused, tied.figures)
  const near = tooNearVersions(tied, [organisationId], period, threshold)
  if (near.length > 0) return inTheWay('earlier-version-too-near', near)
  const total = shownTotal(settings.preset, tied.own, tied.counted.length, exactTotals(tied))
  const { from, to } = rangeOf(total)
  const own = {
    strata: tied.own,
    min: from,
    max: to,
    named: { dimension: 'total', categories: [] },
    isDeclared: true,
  }
  return sealedReport(
    withTotal(tied, total, [own], reportedBefore(tied, [organisationId], [own]), threshold),
    { about: { kind: 'organisation', organisationId }, preset: settings.preset, period, total, threshold },
    request,
    run,
  )
}
