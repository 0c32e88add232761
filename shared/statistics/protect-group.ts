import { isRefusal } from '../kernel/refusal.ts'
import type { Id } from '../kernel/id.ts'
import type { LedgerFigure } from './ledger.ts'
import { totalIsOpen } from './open-total.ts'
import { chosenThreshold, Threshold, type ReportSettings, type ReportTotal } from './presets.ts'
import { inTheWay, type Released, type ReportRefusal } from './released.ts'
import { tiedTo, withTotal, type KnownTotal, type UseShown } from './report-basis.ts'
import { assertLadder, type ReportDimension, type ReportMelder } from './report-dimension.ts'
import { halvesOf, type ReportPeriod } from './report-period.ts'
import { rangeOf, shownTotal } from './report-total.ts'
import { exactTotals, reportedBefore, tooNearVersions } from './report-versions.ts'
import { Cancelled, type GateRun } from './search-limits.ts'
import { sealedReport } from './sealed-report.ts'
import { within } from './strata.ts'

export type GroupRequest = {
  groupId: Id
  /** Its legal entities, each with what was agreed about its own figures. */
  entities: readonly { organisationId: Id; settings: ReportSettings }[]
  reportId: Id
  period: ReportPeriod
  /** What was agreed about the group's own figures. Its threshold is never lower than that of any entity. */
  settings: ReportSettings
  /** Everybody of the years that `neededMelders` names for any entity, each with her `organisationId`. */
  melders: readonly ReportMelder[]
  dimensions: readonly ReportDimension[]
  crossTables: readonly (readonly [string, string])[]
  use: readonly UseShown[]
  ledger: readonly LedgerFigure[]
  secret: Uint8Array
}

/**
 * The gate for a group of organisations: their melders together by the tables that were asked for, and the total of
 * each entity as that entity's own preset shows it. An entity's total is as known as its preset says; the group's
 * total is a number only where that gives away nothing more about any entity, and else the range that the entities'
 * totals leave. All figures of the group are audited together with those of its entities.
 *
 * Refusals: as of `protectReport`.
 */
export async function protectGroup(
  request: GroupRequest,
  run: GateRun = {},
): Promise<Released | ReportRefusal> {
  const { groupId, entities, period, settings, melders, dimensions, ledger, use } = request
  const thresholds = [settings, ...entities.map((entity) => entity.settings)].map(chosenThreshold)
  for (const threshold of thresholds) if (isRefusal(threshold)) return threshold
  const threshold = Threshold.parse(Math.max(...thresholds.map(Number)))
  dimensions.forEach(assertLadder)
  const organisations = entities.map(({ organisationId }) => organisationId)
  const tied = tiedTo({ organisations, period, melders, dimensions, ledger, use })
  if ('refused' in tied) return inTheWay(tied.refused, tied.figures)
  const near = tooNearVersions(tied, organisations, period, threshold)
  if (near.length > 0) return inTheWay('earlier-version-too-near', near)
  const exact = exactTotals(tied)
  const parts = entities.map(({ organisationId, settings: { preset } }) => {
    const strata = tied.strata.counting({
      organisations: [organisationId],
      halves: halvesOf(period),
      report: null,
    })
    const inside = new Set(strata)
    const count = tied.placed.filter(({ stratum }) => inside.has(stratum)).length
    const before = exact.filter((one) => within(one.strata, strata) || within(strata, one.strata))
    return { organisationId, strata, total: shownTotal(preset, strata, count, before) }
  })
  const known = parts.map(({ strata, total }): KnownTotal => {
    const { from, to } = rangeOf(total)
    return { strata, min: from, max: to, named: null, isDeclared: true }
  })
  try {
    const isOpen = await totalIsOpen(tied, known, threshold, request, run)
    const total: ReportTotal = isOpen
      ? shownTotal(settings.preset, tied.own, tied.counted.length, exact)
      : { shown: 'band', from: sum(known.map(({ min }) => min)), to: sum(known.map(({ max }) => max)) }
    const { from, to } = rangeOf(total)
    const own: KnownTotal = {
      strata: tied.own,
      min: from,
      max: to,
      named: { dimension: 'total', categories: [] },
      isDeclared: true,
    }
    const reported = known.map(({ strata }) => strata)
    const about = {
      kind: 'group' as const,
      groupId,
      entities: parts.map(({ organisationId, total: shown }) => ({ organisationId, total: shown })),
    }
    return await sealedReport(
      withTotal(
        tied,
        total,
        [own, ...known],
        [...reported, ...reportedBefore(tied, organisations, known)],
        threshold,
      ),
      { about, preset: settings.preset, period, total, threshold },
      request,
      run,
    )
  } catch (error) {
    if (error instanceof Cancelled) return { refused: 'superseded' }
    throw error
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
