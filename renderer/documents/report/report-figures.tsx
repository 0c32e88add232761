import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { HIDDEN, reportWords } from '../../locale/report-document.ts'
import { wordsOf } from '../../locale/report-words.ts'
import { text } from '../pdf/style.ts'
import { type Column, Row, Table } from '../pdf/table.tsx'
import { type PrintedTable, printedTables } from './three-years.ts'

/** The breakdowns that the gate let through, or the sentence that says why there are none. */
export function ReportFigures({ report }: { report: AnnualReport }): ReactElement {
  const tables = printedTables(report)
  return (
    <View>
      <Text style={text.h2} minPresenceAhead={60}>
        {reportWords.figures}
      </Text>
      <Text style={text.paragraph}>
        {tables.length === 0 ? reportWords.noBreakdown : figuresNote(tables)}
      </Text>
      {tables.map((table) => (
        <Breakdown key={table.dimension} table={table} />
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
    ...table.years.map((year) => ({ heading: String(year), width: 52, numeric: true })),
  ]
  const hasHidden = table.rows.some((row) => row.values.includes('hidden'))
  return (
    <View wrap={false}>
      <Text style={text.h3}>{wordsOf(table.dimension).heading}</Text>
      <Table
        columns={columns}
        rows={table.rows.map((row) => [
          row.label,
          ...row.values.map((value) => (value === 'hidden' ? HIDDEN : String(value))),
        ])}
      >
        <Row columns={columns} cells={[reportWords.total, ...table.totals.map(String)]} strong />
      </Table>
      {hasHidden && <Text style={text.small}>{reportWords.hiddenNote}</Text>}
    </View>
  )
}
