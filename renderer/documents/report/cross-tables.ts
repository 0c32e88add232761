import { reportWords } from '../../locale/report-document.ts'
import { mergedCategories, wordsOf } from '../../locale/report-words.ts'
import type { CountedReport } from './three-years.ts'

type Value = number | 'hidden'

/** A cross table in words: a label for each row and column, a value for each of both. */
export type PrintedCrossTable = {
  heading: string
  /** Short enough for the name of a sheet. */
  sheet: string
  rowHeading: string
  columns: string[]
  rows: { label: string; values: Value[] }[]
}

/** The cross tables of a report, in the order in which they were chosen. */
export function printedCrossTables({
  figures,
  locations,
}: Pick<CountedReport, 'figures' | 'locations'>): PrintedCrossTable[] {
  return figures.crossTables.map(({ dimensions: [one, other], rows, columns, values }) => ({
    heading: reportWords.crossTable(wordsOf(one).heading, wordsOf(other).inSentence),
    sheet: `${wordsOf(one).sheet} × ${wordsOf(other).sheet}`.slice(0, 31),
    rowHeading: wordsOf(one).heading,
    columns: columns.map((categories) => mergedCategories(other, categories, locations)),
    rows: rows.map((categories, row) => ({
      label: mergedCategories(one, categories, locations),
      values: [...(values[row] ?? [])],
    })),
  }))
}
