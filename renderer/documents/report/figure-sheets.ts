import writeXlsxFile, { type Sheet, type SheetData } from 'write-excel-file/universal'
import type { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { HIDDEN, reportWords } from '../../locale/report-document.ts'
import { wordsOf } from '../../locale/report-words.ts'
import { crossCells, type PrintedCrossTable, printedCrossTables } from './cross-tables.ts'
import { DATE_FORMAT, plainText, sealedDates } from './spreadsheet-file.ts'
import { type CountedReport, type PrintedTable, printedTables, type YearsBeside } from './three-years.ts'

/** The sheets as a file; all that is in it carries the day on which the report was settled. */
export async function workbook(sheets: Sheet<Blob>[], on: CalendarDate): Promise<Uint8Array> {
  const blob = await writeXlsxFile(sheets).toBlob()
  return sealedDates(new Uint8Array(await blob.arrayBuffer()), on)
}

/** A sheet for each table that the report prints. */
export function figureSheets(report: CountedReport): Sheet<Blob>[] {
  return [
    ...printedTables(report).map((table) => breakdownSheet(table, report)),
    ...printedCrossTables(report).map(crossSheet),
  ]
}

/** How melders were kept unrecognisable, a sentence a row. */
export function accountSheet(sentences: readonly string[]): Sheet<Blob> {
  return sheet(
    reportWords.anonymised,
    [90],
    [[strong(reportWords.anonymised)], ...sentences.map((sentence) => [words(sentence)])],
  )
}

type Cells = SheetData[number]

export const strong = (value: string): Cells[number] => ({
  value: plainText(value),
  type: String,
  fontWeight: 'bold',
})
const wrapped = (value: string): Cells[number] => ({ ...words(value), fontWeight: 'bold' })
export const words = (value: string): Cells[number] => ({
  value: plainText(value),
  type: String,
  wrap: true,
  alignVertical: 'top',
})
/** A day that can be sorted and counted with; spreadsheets know no time zones, so it is midnight in theirs. */
export const day = (value: CalendarDate): Cells[number] => ({
  value: new Date(`${value}T00:00:00Z`),
  type: Date,
  format: DATE_FORMAT,
  alignVertical: 'top',
})
export const count = (value: number): Cells[number] => ({ value, type: Number, alignVertical: 'top' })

function figure(value: number | 'hidden'): Cells[number] {
  return value === 'hidden' ? { value: HIDDEN, type: String, align: 'right' } : count(value)
}

/** One sheet: its name, how wide its columns are, and its rows. */
export function sheet(name: string, widths: number[], data: SheetData): Sheet<Blob> {
  return { sheet: name, columns: widths.map((width) => ({ width })), data }
}

function breakdownSheet(table: PrintedTable, { period }: CountedReport): Sheet<Blob> {
  const name = wordsOf(table.dimension)
  const heading = reportWords.tableHeading(name.heading, period)
  const larger = table.inLargerGroups
  return sheet(
    name.sheet,
    [48, ...(larger ?? table).years.map(() => 12)],
    [
      ...yearRows(heading, table),
      [],
      ...(larger === null ? [] : [...yearRows(reportWords.inLargerGroups(heading), larger), []]),
      ...(table.rows.some((row) => row.values.includes('hidden')) ? [[words(reportWords.hiddenNote)]] : []),
      ...(table.dimension === 'rung' ? [[words(reportWords.rungNote)]] : []),
      ...(table.leftOutYears.length > 0 ? [[words(reportWords.notComparable)]] : []),
    ],
  )
}

function yearRows(heading: string, { years, rows, totals }: YearsBeside): SheetData {
  return [
    [wrapped(heading), ...years.map((year) => ({ value: year, type: Number, fontWeight: 'bold' as const }))],
    ...rows.map((row) => [words(row.label), ...row.values.map(figure)]),
    [strong(reportWords.total), ...totals.map(count)],
  ]
}

function crossSheet(table: PrintedCrossTable): Sheet<Blob> {
  const { columns, rows } = crossCells(table)
  return sheet(
    table.sheet,
    [48, ...columns.map(() => 18)],
    [
      [strong(table.heading), ...columns.map(wrapped)],
      ...rows.map(({ label, values }) => [words(label), ...values.map(figure)]),
      [],
      ...(table.rows.some(({ values }) => values.includes('hidden'))
        ? [[words(reportWords.hiddenNote)]]
        : []),
    ],
  )
}
