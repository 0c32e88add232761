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
import { type CountedReport, type PrintedTable, printedTables } from './three-years.ts'

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

function Breakdown({
  table,
  period,
}: {
  table: PrintedTable
  period: CountedReport['period']
}): ReactElement {
  const columns: Column[] = [
    { heading: reportWords.melders },
    { heading: '', width: BAR + 8 },
    ...table.years.map((year) => ({ heading: String(year), width: 40, numeric: true })),
  ]
  const hasHidden = table.rows.some((row) => row.values.includes('hidden'))
  return (
    <View wrap={false}>
      <Text style={text.h3}>{reportWords.tableHeading(wordsOf(table.dimension).heading, period)}</Text>
      <Table
        columns={columns}
        rows={table.rows.map((row) => [
          row.label,
          <Bar key="bar" value={row.values.at(-1) ?? 'hidden'} total={table.totals.at(-1) ?? 0} />,
          ...row.values.map((value) => (value === 'hidden' ? HIDDEN : String(value))),
        ])}
      >
        <Row columns={columns} cells={[reportWords.total, '', ...table.totals.map(String)]} strong />
      </Table>
      {hasHidden && <Text style={text.small}>{reportWords.hiddenNote}</Text>}
      {table.dimension === 'rung' && <Text style={text.small}>{reportWords.rungNote}</Text>}
    </View>
  )
}

/** Length of a bar that is everybody, in points. */
const BAR = 36

/** The figure beside it, drawn as its share of the total: it shows nothing that the table does not. */
function Bar({ value, total }: { value: number | 'hidden'; total: number }): ReactElement {
  const length = value === 'hidden' || total === 0 ? 0 : (BAR * value) / total
  return <View style={{ height: 7, marginTop: 2.5, width: length, backgroundColor: green }} />
}
