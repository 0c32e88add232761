import { canonicalJson } from './canonical-json.ts'
import { cellGroups } from './cell-groups.ts'
import { targetsOf } from './demands.ts'
import { keyedDraw } from './keyed-choice.ts'
import { LayoutSearch, shownIds, type Asked, type Chosen } from './layout-search.ts'
import type { LedgerFigure } from './ledger.ts'
import {
  ProtectedCrossTable,
  ProtectedReport,
  ProtectedTable,
  reportSeal,
  type ReportContents,
} from './protected-report.ts'
import { inTheWay, type Released, type ReportRefusal } from './released.ts'
import { ReportProblem } from './report-problem.ts'
import type { ReportExplanation } from './report-explanation.ts'
import { MANY, meets } from './atom-space.ts'
import { isTotal } from './earlier-figures.ts'
import type { ReportBasis } from './report-basis.ts'
import { Cancelled, type GateRun } from './search-limits.ts'
import { witnessesHold } from './witness.ts'

type Facts = Pick<ReportContents, 'about' | 'preset' | 'period' | 'total' | 'threshold'>

/**
 * Chooses the tables of a report, checks every witness by addition against what it prints, and seals it. Where figures
 * that are out give something away by themselves, that is taken as known, and they are named.
 */
export async function sealedReport(
  given: ReportBasis,
  facts: Facts,
  asked: Omit<Asked, 'threshold'> & { reportId: ReportContents['reportId'] },
  run: GateRun,
): Promise<Released | ReportRefusal> {
  try {
    let basis = given
    let search = new LayoutSearch(basis, { ...asked, threshold: basis.threshold }, run)
    let chosen = await search.choose()
    let telling: LedgerFigure[] = []
    if (chosen !== 'too-large' && 'blockedBy' in chosen) {
      telling = earlierOf(basis, chosen.blockedBy)
      basis = { ...given, isOut: true }
      search = new LayoutSearch(basis, { ...asked, threshold: basis.threshold }, run)
      chosen = await search.choose()
    }
    if (chosen === 'too-large') return { refused: 'figures-not-provable' }
    if ('blockedBy' in chosen)
      return inTheWay('earlier-figures-in-the-way', earlierOf(basis, chosen.blockedBy))
    const printed = valuesOf(basis, chosen)
    const figures = printedFigures(chosen, printed)
    if (!witnessesHold({ atoms: chosen.problem.space.size, ...figures }, chosen.answer.witnesses))
      return { refused: 'figures-not-provable' }
    const { witnesses } = chosen.answer
    const contents: ReportContents = {
      ...facts,
      reportId: asked.reportId,
      ...printed,
      whatWasGivenUp: search.givenUp(chosen),
      proof: {
        witnesses: 2 * plainTargets(basis, chosen, asked),
        figures: figures.figures.length + figures.bounds.length,
        // Keyed, so that nobody can find the witnesses by trying tables.
        hash: keyedDraw(
          asked.secret,
          asked.reportId,
          canonicalJson(witnesses.map(({ id, low, high }) => ({ id, low, high }))),
        ),
      },
    }
    return {
      report: ProtectedReport.parse({ ...contents, seal: reportSeal(contents) }),
      explanations: explained(chosen),
      fallShort: fallingShort(basis, telling),
    }
  } catch (error) {
    if (error instanceof Cancelled) return { refused: 'superseded' }
    throw error
  }
}

/**
 * How many targets there are by what is printed, was out before and was asked for. Those that are looked at besides
 * because of who is behind them are not counted: their number would tell of them.
 */
function plainTargets(
  basis: ReportBasis,
  { layout }: Chosen,
  choice: { secret: Uint8Array; reportId: string },
): number {
  const plain = ReportProblem.of(basis, layout, false)
  if (!plain) throw new Error('fewer targets cannot be too large')
  return targetsOf(cellGroups(plain.request(choice))).length
}

type Printed = Pick<ReportContents, 'tables' | 'crossTables'>

/** The tables as they are printed, counted anew from the melders. */
function valuesOf({ own, placed }: ReportBasis, { layout, problem, hidden }: Chosen): Printed {
  const inside = new Set(own)
  const melders = placed.flatMap(({ melder, stratum }) => (inside.has(stratum) ? [melder] : []))
  const value = (id: string, ...parts: [string, readonly string[]][]): number | 'hidden' =>
    hidden.has(id) ? 'hidden' : melders.filter((melder) => meets(melder, new Map(parts))).length
  return {
    tables: [...layout.tables].flatMap(([dimension, rows]) =>
      rows
        ? [
            ProtectedTable.parse({
              dimension,
              rows: rows.map((row) => ({
                categories: [...row],
                value: value(problem.rowId(dimension, row), [dimension, row]),
              })),
            }),
          ]
        : [],
    ),
    crossTables: layout.crossTables.map(({ dimensions: [one, other], rows, columns }) =>
      ProtectedCrossTable.parse({
        dimensions: [one, other],
        rows: rows.map((row) => [...row]),
        columns: columns.map((column) => [...column]),
        values: rows.map((row) =>
          columns.map((column) =>
            value(problem.cellId([one, other], row, column), [one, row], [other, column]),
          ),
        ),
      }),
    ),
  }
}

/** Everything that readers hold once this report is out, taken from the finished tables and not from the search. */
function printedFigures(
  { problem }: Chosen,
  { tables, crossTables }: Printed,
): ReturnType<Chosen['problem']['known']['declared']> {
  const declared = problem.known.declared()
  const rows = tables.flatMap(({ dimension, rows: printed }) =>
    printed.flatMap(({ categories, value }) =>
      value === 'hidden'
        ? []
        : problem.members([dimension, categories]).map((members) => ({ members, value })),
    ),
  )
  const cells = crossTables.flatMap(({ dimensions: [one, other], rows: lines, columns, values }) =>
    lines.flatMap((row, line) =>
      columns.flatMap((column, index) => {
        const value = values[line]?.[index] ?? 'hidden'
        if (value === 'hidden') return []
        return problem.members([one, row], [other, column]).map((members) => ({ members, value }))
      }),
    ),
  )
  return {
    figures: [
      ...declared.figures,
      ...rows,
      ...cells,
      ...problem.margins(),
      ...problem.known.earlierFigures(),
    ],
    bounds: declared.bounds,
  }
}

/** Why each value of the tables is not shown; for what was left out whole `whatWasGivenUp` speaks. */
function explained(chosen: Chosen): ReportExplanation[] {
  const shown = new Set(shownIds(chosen))
  const { problem } = chosen
  return chosen.explanations.flatMap(({ id, reason, because: { terms, divisor = 1, min, max } }) =>
    shown.has(id)
      ? [
          {
            ...problem.counted(id),
            reason,
            terms: terms.map(({ id: term, sign, value }) => ({ ...problem.counted(term), sign, value })),
            divisor,
            min,
            // Where only what ties blocks limits it, nothing does.
            max: max < MANY / 2 ? max : null,
          },
        ]
      : [],
  )
}

/** The figures of the ledger that these ids name; all of them where it is a total that tells too much. */
function earlierOf({ earlier }: ReportBasis, ids: readonly string[]): LedgerFigure[] {
  const named = earlier.filter((_, index) => ids.includes(`ledger:${String(index)}`))
  return (named.length > 0 ? named : earlier).map(({ figure }) => figure)
}

/** Figures that should not have been handed out: small ones, and those that tell too much together. */
function fallingShort({ earlier, threshold }: ReportBasis, telling: readonly LedgerFigure[]): LedgerFigure[] {
  return earlier.flatMap(({ figure, value }) =>
    telling.includes(figure) || (!isTotal(figure) && typeof value === 'number' && value < threshold)
      ? [figure]
      : [],
  )
}
