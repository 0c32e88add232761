import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import type { Id } from '../kernel/id.ts'
import { meets } from './atom-space.ts'
import { canonicalJson } from './canonical-json.ts'
import { earlierFigures } from './earlier-figures.ts'
import { keyedDraw } from './keyed-choice.ts'
import type { LedgerFigure } from './ledger.ts'
import { chosenThreshold, printedTotal, type ReportSettings } from './presets.ts'
import { protect, type Protected } from './protect.ts'
import type { GivenUp } from './protected-report.ts'
import { ProtectedReport, ProtectedTable, reportSeal, type ReportContents } from './protected-report.ts'
import { ReportCells, type Layout } from './report-cells.ts'
import {
  assertLadder,
  categoryOf,
  oneAccused,
  type ReportDimension,
  type ReportMelder,
} from './report-dimension.ts'
import type { ReportExplanation } from './report-explanation.ts'
import type { HalfYear, ReportPeriod } from './report-period.ts'
import { witnessesHold, type Witness } from './witness.ts'

export type ReportRequest = {
  organisationId: Id
  /** With the secret it decides every choice: the same id prints the same report. */
  reportId: Id
  period: ReportPeriod
  settings: ReportSettings
  /** The distinct melders of the organisation and year, each once. */
  melders: readonly ReportMelder[]
  /** The one-way tables, in the order in which they are shown. */
  dimensions: readonly ReportDimension[]
  /** Pairs of those dimensions that are asked for together. */
  crossTables: readonly (readonly [string, string])[]
  /** What invoices tell of a half-year: that there was use, or that there was none. */
  use: readonly { period: HalfYear; use: 'some' | 'none' }[]
  /** Everything handed over before; other organisations and years may stand among it. */
  ledger: readonly LedgerFigure[]
  secret: Uint8Array
}

export type ReportRefusal = Refusal<
  'threshold-not-allowed' | 'threshold-needs-reason' | 'earlier-figures-in-the-way' | 'figures-not-provable'
>

/**
 * The gate: the only maker of `ProtectedReport`. Prints the total as the preset says and, from 2k distinct melders
 * on, a one-way table for each dimension by the finest declared partition that is safe together with all other
 * figures of the year. G(k) holds for every cell of every dimension, printed or merged, and every witness is checked
 * by addition against what the finished report prints. `explanations` hold secret numbers and are no part of it.
 *
 * Refusals: a threshold that does not exist or lacks its reason; earlier figures that contradict or already give
 * away too much (`fields` holds the ids of their reports); figures for which a witness failed.
 */
export async function protectReport(
  request: ReportRequest,
): Promise<{ report: ProtectedReport; explanations: ReportExplanation[] } | ReportRefusal> {
  const { melders, dimensions, settings } = request
  const threshold = chosenThreshold(settings)
  if (isRefusal(threshold)) return threshold
  for (const dimension of dimensions) {
    assertLadder(dimension)
    for (const melder of melders) categoryOf(melder, dimension)
  }
  const total = printedTotal(settings.preset, melders.length)
  const earlier = earlierFigures(request.ledger, request, dimensions, melders)
  if (isRefusal(earlier)) return earlier
  const cells = new ReportCells(melders, dimensions, total, earlier)
  const broken = total.shown === 'exact' && melders.length >= 2 * threshold
  const steps = new Map(
    dimensions.map((dimension) => [
      dimension.name,
      broken ? safeStep(dimension, melders, threshold, 0) : null,
    ]),
  )
  const crowded = new Set<string>()
  for (;;) {
    const layout: Layout = new Map(
      dimensions.map(({ name, ladder }) => [name, ladder[steps.get(name) ?? ladder.length] ?? null]),
    )
    const answer = await protect(cells.request(layout, threshold, request))
    if (!answer.ok) return refuse('earlier-figures-in-the-way', ...reportsOf(answer.blockedBy))
    const hidden = new Set(answer.hidden)
    const spoilt = dimensions.find(({ name }) => {
      const rows = layout.get(name) ?? []
      return 2 * rows.filter((row) => hidden.has(cells.rowId(name, row))).length > rows.length
    })
    if (spoilt) {
      crowded.add(spoilt.name)
      steps.set(spoilt.name, safeStep(spoilt, melders, threshold, (steps.get(spoilt.name) ?? 0) + 1))
      continue
    }
    const tables = [...layout].flatMap(([dimension, rows]) =>
      rows ? [tableOf(dimension, rows, melders, (row) => hidden.has(cells.rowId(dimension, row)))] : [],
    )
    const figures = printedFigures(cells, tables)
    if (!witnessesHold({ atoms: cells.space.size, ...figures }, answer.witnesses))
      return refuse('figures-not-provable')
    const givenUp = dimensions.flatMap((dimension) =>
      whatWasGivenUp(dimension, tables, broken, {
        anyEarlier: earlier.length > 0,
        crowded: crowded.has(dimension.name),
      }),
    )
    const report = sealed({
      about: { kind: 'organisation', organisationId: request.organisationId },
      reportId: request.reportId,
      period: request.period,
      preset: settings.preset,
      threshold,
      total,
      tables,
      crossTables: [],
      whatWasGivenUp: givenUp,
      proof: {
        witnesses: 2 * answer.targets,
        figures: figures.figures.length + figures.bounds.length,
        hash: witnessHash(request, answer.witnesses),
      },
    })
    return { report, explanations: explained(answer, cells, tables) }
  }
}

/** The first step from `from` on whose rows may all be printed; null when only everything in one is left. */
function safeStep(
  { name, ladder }: ReportDimension,
  melders: readonly ReportMelder[],
  threshold: number,
  from: number,
): number | null {
  const step = ladder.findIndex(
    (partition, index) =>
      index >= from &&
      partition.every((row) => {
        const counted = melders.filter((melder) => meets(melder, new Map([[name, row]])))
        // In a merged row of exactly k, one melder knows that the others are fewer than k.
        return counted.length >= (row.length > 1 ? threshold + 1 : threshold) && !oneAccused(counted)
      }),
  )
  return step === -1 || ladder[step]?.length === 1 ? null : step
}

function tableOf(
  dimension: string,
  rows: readonly (readonly string[])[],
  melders: readonly ReportMelder[],
  isHidden: (row: readonly string[]) => boolean,
): ProtectedTable {
  return ProtectedTable.parse({
    dimension,
    rows: rows.map((row) => ({
      categories: [...row],
      value: isHidden(row)
        ? 'hidden'
        : melders.filter((melder) => meets(melder, new Map([[dimension, row]]))).length,
    })),
  })
}

/** Everything that readers hold once this report is out, taken from the finished tables and not from the search. */
function printedFigures(
  cells: ReportCells,
  tables: readonly ProtectedTable[],
): ReturnType<ReportCells['declared']> {
  const declared = cells.declared()
  const rows = tables.flatMap(({ dimension, rows: printed }) =>
    printed.flatMap(({ categories, value }) =>
      value === 'hidden' ? [] : [{ members: cells.space.members(new Map([[dimension, categories]])), value }],
    ),
  )
  const before = cells.earlierParts().map(({ members, value }) => ({ members: [...members], value }))
  return { figures: [...declared.figures, ...rows, ...before], bounds: declared.bounds }
}

function whatWasGivenUp(
  { name, ladder }: ReportDimension,
  tables: readonly ProtectedTable[],
  broken: boolean,
  { anyEarlier, crowded }: { anyEarlier: boolean; crowded: boolean },
): GivenUp[] {
  const because = (byEarlier: boolean): GivenUp['reason'] =>
    byEarlier ? 'earlier-figures' : 'categories-too-small'
  const table = tables.find(({ dimension }) => dimension === name)
  if (!table)
    return [
      {
        dimension: name,
        fate: 'left-out',
        reason: broken ? because(anyEarlier && crowded) : 'too-few-melders',
      },
    ]
  const merged: GivenUp[] =
    table.rows.length < (ladder[0]?.length ?? 0)
      ? [{ dimension: name, fate: 'merged', reason: because(anyEarlier && crowded) }]
      : []
  const hidden: GivenUp[] = table.rows.some(({ value }) => value === 'hidden')
    ? [{ dimension: name, fate: 'hidden', reason: because(anyEarlier) }]
    : []
  return [...merged, ...hidden]
}

function sealed(contents: ReportContents): ProtectedReport {
  return ProtectedReport.parse({ ...contents, seal: reportSeal(contents) })
}

/** Keyed, so that nobody can find the witnesses by trying tables. */
function witnessHash({ secret, reportId }: ReportRequest, witnesses: readonly Witness[]): string {
  return keyedDraw(secret, reportId, canonicalJson(witnesses.map(({ id, low, high }) => ({ id, low, high }))))
}

function explained(
  { explanations }: Protected,
  cells: ReportCells,
  tables: readonly ProtectedTable[],
): ReportExplanation[] {
  const hidden = new Set(
    tables.flatMap(({ dimension, rows }) =>
      rows.flatMap(({ categories, value }) =>
        value === 'hidden' ? [cells.rowId(dimension, categories)] : [],
      ),
    ),
  )
  return explanations.flatMap(({ id, reason, because: { terms, divisor = 1, min, max } }) =>
    hidden.has(id)
      ? [
          {
            ...cells.counted(id),
            reason,
            terms: terms.map(({ id: term, sign, value }) => ({ ...cells.counted(term), sign, value })),
            divisor,
            min,
            max: Number.isFinite(max) ? max : null,
          },
        ]
      : [],
  )
}

/** Report ids out of the cell ids of the ledger. */
function reportsOf(blockedBy: readonly string[]): string[] {
  return [...new Set(blockedBy.map((id) => id.split(':')[2] ?? id))]
}
