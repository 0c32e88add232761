import { reportWords } from '../../locale/report-document.ts'
import { mergedCategories, wordsOf } from '../../locale/report-words.ts'
import { addedUp } from './common-rows.ts'
import type { CountedReport } from './three-years.ts'

type Value = number | 'hidden'
type Groups = readonly (readonly string[])[]

/** A cross table in words: a label for each row and column, a value for each of both. */
export type PrintedCrossTable = {
  heading: string
  /** Short enough for the name of a sheet. */
  sheet: string
  rowHeading: string
  columns: string[]
  rows: { label: string; values: Value[] }[]
  /** What the breakdowns of the same report say of each row and of each column; null where they do not. */
  rowTotals: number[] | null
  columnTotals: number[] | null
  total: number | null
}

/** The cross tables of a report, in the order in which they were chosen. */
export function printedCrossTables({
  figures,
  locations,
}: Pick<CountedReport, 'figures' | 'locations'>): PrintedCrossTable[] {
  const totals = (dimension: string, groups: Groups): number[] | null => {
    const table = figures.tables.find((each) => each.dimension === dimension)
    return table === undefined ? null : addedUp(table, groups)
  }
  return figures.crossTables.map(({ dimensions: [one, other], rows, columns, values }) => ({
    heading: reportWords.crossTable(wordsOf(one).heading, wordsOf(other).inSentence),
    sheet: `${wordsOf(one).sheet} × ${wordsOf(other).sheet}`.slice(0, 31),
    rowHeading: wordsOf(one).heading,
    columns: columns.map((categories) => mergedCategories(other, categories, locations)),
    rows: rows.map((categories, row) => ({
      label: mergedCategories(one, categories, locations),
      values: [...(values[row] ?? [])],
    })),
    rowTotals: totals(one, rows),
    columnTotals: totals(other, columns),
    total: figures.total.shown === 'exact' ? figures.total.value : null,
  }))
}

/** Its columns and rows as they are printed, with the totals that other tables say. */
export function crossCells({ columns, rows, rowTotals, columnTotals, total }: PrintedCrossTable): {
  columns: string[]
  rows: { label: string; values: Value[] }[]
} {
  const corner = rowTotals === null || total === null ? [] : [total]
  return {
    columns: rowTotals === null ? columns : [...columns, reportWords.total],
    rows: [
      ...rows.map(({ label, values }, row) => ({
        label,
        values: rowTotals === null ? values : [...values, rowTotals[row] ?? 0],
      })),
      ...(columnTotals === null ? [] : [{ label: reportWords.total, values: [...columnTotals, ...corner] }]),
    ],
  }
}
