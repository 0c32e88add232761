import writeXlsxFile, { type Sheet, type SheetData } from 'write-excel-file/universal'
import type { AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { shortDate } from '../../locale/dates.ts'
import { HIDDEN, reportWords, totalInTable } from '../../locale/report-document.ts'
import { activityWords, wordsOf } from '../../locale/report-words.ts'
import { type PrintedCrossTable, printedCrossTables } from './cross-tables.ts'
import { givenUpSentences } from './given-up.ts'
import { plainText, sealedDates } from './spreadsheet-file.ts'
import { advisorsByYear, type PrintedTable, printedTables, yearTotals } from './three-years.ts'

/** The figures of a report as a spreadsheet: those of the PDF, a sheet for each part, numbers as numbers. */
export async function makeReportXlsx(report: SettledReport): Promise<Uint8Array> {
  const sheets = [
    totalsSheet(report),
    ...printedTables(report).map(breakdownSheet),
    ...printedCrossTables(report).map(crossSheet),
    ...(report.activities.length > 0 ? [activitiesSheet(report)] : []),
    accountSheet(report),
  ]
  const blob = await writeXlsxFile(sheets).toBlob()
  return sealedDates(new Uint8Array(await blob.arrayBuffer()), report.settledOn)
}

type Cells = SheetData[number]

const strong = (value: string): Cells[number] => ({
  value: plainText(value),
  type: String,
  fontWeight: 'bold',
})
const words = (value: string): Cells[number] => ({
  value: plainText(value),
  type: String,
  wrap: true,
  alignVertical: 'top',
})
const count = (value: number): Cells[number] => ({ value, type: Number, alignVertical: 'top' })

function figure(value: number | 'hidden'): Cells[number] {
  return value === 'hidden' ? { value: HIDDEN, type: String, align: 'right' } : count(value)
}

function sheet(name: string, widths: number[], data: SheetData): Sheet<Blob> {
  return { sheet: name, columns: widths.map((width) => ({ width })), data }
}

function totalsSheet(report: SettledReport): Sheet<Blob> {
  const totals = yearTotals(report)
  return sheet(
    reportWords.years,
    [24, 26],
    [
      [strong(reportWords.title(report.period))],
      [words(report.organisationName)],
      [words(reportWords.settledOn(report.settledOn))],
      [],
      [strong(reportWords.year), strong(reportWords.melders)],
      ...totals.map(({ year, total }) => [
        count(year),
        total?.shown === 'exact' ? count(total.value) : words(totalInTable(total)),
      ]),
      ...[reportWords.ofAdvisors(report.advisorCount), reportWords.otherAdvisors(advisorsByYear(totals))]
        .filter((sentence) => sentence !== '')
        .map((sentence) => [words(sentence)]),
    ],
  )
}

function breakdownSheet(table: PrintedTable): Sheet<Blob> {
  const name = wordsOf(table.dimension)
  return sheet(
    name.sheet,
    [48, ...table.years.map(() => 12)],
    [
      [
        strong(name.heading),
        ...table.years.map((year) => ({ value: year, type: Number, fontWeight: 'bold' as const })),
      ],
      ...table.rows.map((row) => [words(row.label), ...row.values.map(figure)]),
      [strong(reportWords.total), ...table.totals.map(count)],
      [],
      ...(table.rows.some((row) => row.values.includes('hidden')) ? [[words(reportWords.hiddenNote)]] : []),
      ...(table.leftOutYears.length > 0 ? [[words(reportWords.notComparable)]] : []),
    ],
  )
}

function crossSheet(table: PrintedCrossTable): Sheet<Blob> {
  return sheet(
    table.sheet,
    [48, ...table.columns.map(() => 18)],
    [
      [strong(table.heading), ...table.columns.map(strong)],
      ...table.rows.map(({ label, values }) => [words(label), ...values.map(figure)]),
      [],
      ...(table.rows.some(({ values }) => values.includes('hidden'))
        ? [[words(reportWords.hiddenNote)]]
        : []),
    ],
  )
}

function activitiesSheet(report: AnnualReport): Sheet<Blob> {
  const heading = reportWords.activityColumns
  return sheet(
    reportWords.activities,
    [12, 30, 48, 30, 10],
    [
      [heading.on, heading.kind, heading.description, heading.withWhom, heading.reach].map(strong),
      ...report.activities.map(({ on, kind, description, withWhom, reach }) => [
        words(shortDate(on)),
        words(activityWords[kind]),
        words(description),
        words(withWhom),
        reach === null ? null : count(reach),
      ]),
    ],
  )
}

function accountSheet({ figures, advisorCount }: AnnualReport): Sheet<Blob> {
  return sheet(
    reportWords.anonymised,
    [90],
    [
      [strong(reportWords.anonymised)],
      [words(reportWords.preset(figures.preset, figures.threshold))],
      ...givenUpSentences(figures.whatWasGivenUp).map((sentence) => [words(sentence)]),
      [words(reportWords.proof(figures.proof))],
      [words(reportWords.onePersonOnce(advisorCount))],
    ],
  )
}
