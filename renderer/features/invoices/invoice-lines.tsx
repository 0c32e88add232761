import { type Invoice, type InvoiceLine } from '#shared/invoicing/invoice.ts'
import { clockDuration, hoursInField } from '../../locale/duration.ts'
import { euros } from '../../locale/euros.ts'
import { invoiceText as text } from '../../locale/invoices.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { InvoiceTotals } from './invoice-totals.tsx'

function descriptionOf(line: InvoiceLine): string {
  switch (line.kind) {
    case 'location':
      return `${line.name} (${line.type})`
    case 'bundle':
      return text.bundleLine(hoursInField(line.minutes))
    case 'hours':
      return text.hoursLine(clockDuration(line.minutes), line.year, line.half, line.isLate)
  }
}

/** One location may be charged for two stretches of a year, and hours for two half-years. */
function keyOf(line: InvoiceLine): string {
  switch (line.kind) {
    case 'location':
      return `${line.lrkNumber} ${line.period.from}`
    case 'bundle':
      return line.kind
    case 'hours':
      return `${line.year}-${line.half}`
  }
}

const locationColumns: Column<InvoiceLine>[] = [
  {
    key: 'lrkNumber',
    heading: text.columns.lrkNumber,
    cell: (line) => (line.kind === 'location' ? line.lrkNumber : ''),
  },
  {
    key: 'costCentre',
    heading: text.columns.costCentre,
    cell: (line) => (line.kind === 'location' ? line.costCentre : ''),
  },
  {
    key: 'share',
    heading: text.columns.share,
    cell: (line) => (line.kind === 'location' ? text.days(line.days, line.daysInYear) : ''),
  },
]

function columnsFor({ lines }: Invoice): Column<InvoiceLine>[] {
  const hasLocations = lines.some((line) => line.kind === 'location')
  const hasCostCentres = lines.some((line) => line.kind === 'location' && line.costCentre !== '')
  return [
    { key: 'description', heading: text.columns.description, cell: descriptionOf },
    ...(hasLocations ? locationColumns.filter(({ key }) => key !== 'costCentre' || hasCostCentres) : []),
    {
      key: 'unit',
      heading: text.columns.unit,
      cell: (line) => euros(line.kind === 'location' ? line.unitCents : line.hourlyRateCents),
      align: 'end',
    },
    {
      key: 'amount',
      heading: text.columns.amount,
      cell: (line) => euros(line.amountCents),
      align: 'end',
    },
  ]
}

/** The lines of an invoice and what they come to. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  return (
    <>
      <Table caption={text.linesLabel} columns={columnsFor(invoice)} rows={invoice.lines} rowKey={keyOf} />
      <InvoiceTotals invoice={invoice} />
    </>
  )
}
