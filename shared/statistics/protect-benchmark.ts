import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import type { Id } from '../kernel/id.ts'
import type { LedgerFigure } from './ledger.ts'
import { totalIsOpen, unsaid } from './open-total.ts'
import { chosenThreshold, type ReportSettings } from './presets.ts'
import { inTheWay, type Released, type ReportRefusal } from './released.ts'
import { tiedTo, withTotal, type KnownTotal, type UseShown } from './report-basis.ts'
import { assertLadder, type ReportDimension, type ReportMelder } from './report-dimension.ts'
import { halvesOf, type ReportPeriod } from './report-period.ts'
import { reportedBefore, tooNearVersions } from './report-versions.ts'
import { Cancelled, type GateRun } from './search-limits.ts'
import { sealedReport } from './sealed-report.ts'
import { within } from './strata.ts'

export type BenchmarkRequest = {
  reportId: Id
  year: number
  /** All organisations of the caseload in that year. */
  organisations: readonly Id[]
  /** Without a preset: a benchmark that may not say its total says nothing. */
  settings: Omit<ReportSettings, 'preset'>
  /** Everybody of the years that `neededMelders` names for any of them, each with her `organisationId`. */
  melders: readonly ReportMelder[]
  dimensions: readonly ReportDimension[]
  /** What invoices of each organisation tell. */
  use: readonly UseShown[]
  ledger: readonly LedgerFigure[]
  secret: Uint8Array
}

/** Organisations with melders that a benchmark needs at least. */
const FEWEST_ORGANISATIONS = 5

/**
 * The gate for the benchmark: the melders of a whole caseload in a year, their number and one-way tables, under the
 * same guarantee together with every organisation's own figures of that year. What was not said about an organisation
 * stays unsaid: no number of melders, and no row, may follow for it from the benchmark and the figures of others. Every
 * row holds more people than any one organisation, whose own number may be printed later: of six, five of them in a row
 * with her at most, one at least would be in another.
 *
 * Refusals: fewer than five organisations with melders; one of them with more than half of all; a total that would
 * tell about one of them, naming the earlier figures; and those of `protectReport`.
 */
export async function protectBenchmark(
  request: BenchmarkRequest,
  run: GateRun = {},
): Promise<Released | ReportRefusal | Refusal<'too-few-organisations' | 'one-organisation-dominates'>> {
  const { organisations, year, melders, dimensions, use, ledger } = request
  const threshold = chosenThreshold({ ...request.settings, preset: 'ordinary' })
  if (isRefusal(threshold)) return threshold
  dimensions.forEach(assertLadder)
  const period: ReportPeriod = { year, half: null }
  const tied = tiedTo({ organisations, period, melders, dimensions, ledger, use })
  if ('refused' in tied) return inTheWay(tied.refused, tied.figures)
  const near = tooNearVersions(tied, organisations, period, threshold)
  if (near.length > 0) return inTheWay('earlier-version-too-near', near)
  const parts = organisations.map((organisationId) =>
    tied.strata.counting({ organisations: [organisationId], halves: halvesOf(period), report: null }),
  )
  const counts = parts.map((strata) => tied.placed.filter(({ stratum }) => strata.includes(stratum)).length)
  const count = tied.counted.length
  if (counts.filter((own) => own > 0).length < FEWEST_ORGANISATIONS) return refuse('too-few-organisations')
  if (counts.some((own) => 2 * own > count)) return refuse('one-organisation-dominates')
  const unsaidParts = parts.map(unsaid)
  try {
    if (!(await totalIsOpen(tied, unsaidParts, threshold, request, run))) {
      const totals = tied.earlier.filter(({ strata }) => parts.some((part) => within(strata, part)))
      return inTheWay(
        'earlier-figures-in-the-way',
        totals.map(({ figure }) => figure),
      )
    }
    const own: KnownTotal = {
      strata: tied.own,
      min: count,
      max: count,
      named: { dimension: 'total', categories: [] },
      isDeclared: true,
    }
    const total = { shown: 'exact' as const, value: count }
    return await sealedReport(
      withTotal(
        tied,
        total,
        [own, ...unsaidParts],
        reportedBefore(tied, organisations, unsaidParts),
        threshold,
      ),
      {
        about: { kind: 'caseload', organisations: organisations.length },
        preset: 'ordinary',
        period,
        total,
        threshold,
      },
      { ...request, crossTables: [], leastInRow: 1 + Math.max(...counts) },
      run,
    )
  } catch (error) {
    if (error instanceof Cancelled) return { refused: 'superseded' }
    throw error
  }
}
