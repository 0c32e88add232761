import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'
import type { ProtectedTable } from '#shared/statistics/protected-report.ts'
import { HIDDEN, reportWords } from '../../locale/report-document.ts'
import { wordsOf } from '../../locale/report-words.ts'
import { green, text } from '../pdf/style.ts'
import { type Column, Row, Table } from '../pdf/table.tsx'
import { printedCrossTables } from './cross-tables.ts'
import { CrossTable } from './report-cross-table.tsx'
import { type CountedReport, type PrintedTable, printedTables, type YearsBeside } from './three-years.ts'

/** The breakdowns that the gate let through, or the sentence that says why there are none. */
export function ReportFigures({ report }: { report: CountedReport }): ReactElement {
  const why = whyNoBreakdown(report.figures)
  const tables = printedTables(report)
  return (
    <View>
      <Text style={text.h2} minPresenceAhead={60}>
        {reportWords.figures}
      </Text>
      <Text style={text.paragraph}>
        {why === null ? figuresNote(report, tables) : reportWords.noBreakdown[why]}
      </Text>
      {tables.map((table) => (
        <Breakdown key={table.dimension} table={table} period={report.period} />
      ))}
      {printedCrossTables(report).map((table) => (
        <CrossTable key={table.heading} table={table} />
      ))}
    </View>
  )
}

/** What the tables count, and where a reader finds what is closed. */
function figuresNote({ figures }: CountedReport, tables: readonly PrintedTable[]): string {
  const incomplete = tables.some(({ leftOutYears }) => leftOutYears.length > 0)
  return [
    reportWords.figuresNote,
    ...(figures.tables.some(tellsWhatIsOpen) ? [reportWords.closedAndOpen] : []),
    ...(incomplete ? [reportWords.notComparable] : []),
  ].join(' ')
}

/** True for a table of outcomes with what is still open in a row of its own, with a figure. */
function tellsWhatIsOpen({ dimension, rows }: ProtectedTable): boolean {
  const isOpen = (category: string) => category === 'open' || category === 'unknown'
  return (
    dimension === 'outcome' &&
    rows.some(
      ({ categories, value }) =>
        value !== 'hidden' && categories.includes('open') && categories.every(isOpen),
    )
  )
}

/** A breakdown, and below it the same in larger groups where that is how it stands beside earlier years. */
function Breakdown({
  table,
  period,
}: {
  table: PrintedTable
  period: CountedReport['period']
}): ReactElement {
  const heading = reportWords.tableHeading(wordsOf(table.dimension).heading, period)
  return (
    <View>
      <YearTable
        heading={heading}
        table={table}
        note={table.dimension === 'rung' ? reportWords.rungNote : ''}
      />
      {table.inLargerGroups !== null && (
        <YearTable heading={reportWords.inLargerGroups(heading)} table={table.inLargerGroups} note="" />
      )}
    </View>
  )
}

function YearTable({
  heading,
  table,
  note,
}: {
  heading: string
  table: YearsBeside
  note: string
}): ReactElement {
  const columns: Column[] = [
    { heading: reportWords.melders, width: 212 },
    { heading: '' },
    ...table.years.map((year) => ({ heading: String(year), width: 40, numeric: true })),
  ]
  const notes = [
    table.rows.some(({ values }) => values.includes('hidden')) ? reportWords.hiddenNote : '',
    note,
  ].filter((each) => each !== '')
  const shown = table.rows.map(({ values }) => values.at(-1) ?? 'hidden')
  const largest = Math.max(0, ...shown.filter((value) => value !== 'hidden'))
  return (
    <View wrap={false}>
      <Text style={text.h3}>{heading}</Text>
      <Table
        columns={columns}
        rows={table.rows.map(({ label, values }) => [
          label,
          <Bar key="bar" value={values.at(-1) ?? 'hidden'} largest={largest} />,
          ...values.map((value) => (value === 'hidden' ? HIDDEN : String(value))),
        ])}
      >
        <Row columns={columns} cells={[reportWords.total, '', ...table.totals.map(String)]} strong />
      </Table>
      {notes.map((each) => (
        <Text key={each} style={{ ...text.small, marginTop: 4 }}>
          {each}
        </Text>
      ))}
    </View>
  )
}

/** Length in points of the bar of the largest figure that is shown; none starts elsewhere than at nought. */
const BAR = 96

/** The figure beside it as a bar, on the one scale of its table: it shows nothing that the table does not. */
function Bar({ value, largest }: { value: number | 'hidden'; largest: number }): ReactElement {
  const length = value === 'hidden' || largest === 0 ? 0 : (BAR * value) / largest
  return <View style={{ height: 7, marginTop: 2.5, width: length, backgroundColor: green }} />
}
