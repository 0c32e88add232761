import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { HIDDEN, reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { type Column, Row, Table } from '../pdf/table.tsx'
import { crossCells, type PrintedCrossTable } from './cross-tables.ts'

/** Points for all columns of figures together, for one of them, and for the one of the totals. */
const ROOM = 300
const WIDEST = 112
const TOTALS = 44

/** Two dimensions against each other, with a dot where a figure is not shown. */
export function CrossTable({ table }: { table: PrintedCrossTable }): ReactElement {
  const cells = crossCells(table)
  const widths = table.rowTotals === null ? ROOM : ROOM - TOTALS
  const width = Math.min(WIDEST, Math.floor(widths / table.columns.length))
  const columns: Column[] = [
    { heading: table.rowHeading },
    ...cells.columns.map((heading, index) => ({
      heading,
      width: index < table.columns.length ? width : TOTALS,
      numeric: true,
    })),
  ]
  const printed = cells.rows.map(({ label, values }) => [
    label,
    ...values.map((value) => (value === 'hidden' ? HIDDEN : String(value))),
  ])
  return (
    <View wrap={false}>
      <Text style={text.h3}>{table.heading}</Text>
      <Table columns={columns} rows={printed.slice(0, table.rows.length)}>
        {printed.slice(table.rows.length).map((row) => (
          <Row key="total" columns={columns} cells={row} strong />
        ))}
      </Table>
      {table.rows.some(({ values }) => values.includes('hidden')) && (
        <Text style={{ ...text.small, marginTop: 4 }}>{reportWords.hiddenNote}</Text>
      )}
    </View>
  )
}
