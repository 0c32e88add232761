import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { HIDDEN, reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
import type { PrintedCrossTable } from './cross-tables.ts'

/** Two dimensions against each other, with a dot where a figure is not shown. */
export function CrossTable({ table }: { table: PrintedCrossTable }): ReactElement {
  const width = Math.min(90, Math.floor(300 / table.columns.length))
  return (
    <View wrap={false}>
      <Text style={text.h3}>{table.heading}</Text>
      <Table
        columns={[
          { heading: table.rowHeading },
          ...table.columns.map((heading) => ({ heading, width, numeric: true })),
        ]}
        rows={table.rows.map(({ label, values }) => [
          label,
          ...values.map((value) => (value === 'hidden' ? HIDDEN : String(value))),
        ])}
      />
      {table.rows.some(({ values }) => values.includes('hidden')) && (
        <Text style={text.small}>{reportWords.hiddenNote}</Text>
      )}
    </View>
  )
}
