import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'
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
      <Text style={text.paragraph}>{why === null ? figuresNote(tables) : reportWords.noBreakdown[why]}</Text>
      {tables.map((table) => (
        <Breakdown key={table.dimension} table={table} />
      ))}
      {printedCrossTables(report).map((table) => (
        <CrossTable key={table.heading} table={table} />
      ))}
    </View>
  )
}

function figuresNote(tables: readonly PrintedTable[]): string {
  const incomplete = tables.some(({ leftOutYears }) => leftOutYears.length > 0)
  return incomplete ? `${reportWords.figuresNote} ${reportWords.notComparable}` : reportWords.figuresNote
}

function Breakdown({ table }: { table: PrintedTable }): ReactElement {
  const columns: Column[] = [
    { heading: reportWords.melders },
    { heading: '', width: BAR + 8 },
    ...table.years.map((year) => ({ heading: String(year), width: 40, numeric: true })),
  ]
  const hasHidden = table.rows.some((row) => row.values.includes('hidden'))
  return (
    <View wrap={false}>
      <Text style={text.h3}>{wordsOf(table.dimension).heading}</Text>
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
