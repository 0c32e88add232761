import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { BundleLine, HoursLine, Invoice, LocationLine } from '#shared/invoicing/invoice.ts'
import { hourCount, invoiceWords, linePeriod } from '../../locale/documents.ts'
import { euros } from '../../locale/euros.ts'
import { text } from '../pdf/style.ts'
import { type Column, Table } from '../pdf/table.tsx'

const words = invoiceWords.columns

const locationColumns: Column[] = [
  { heading: words.lrkNumber, width: 58 },
  { heading: words.location },
  { heading: words.type, width: 32 },
  { heading: words.costCentre, width: 60 },
  { heading: words.period, width: 92 },
  { heading: words.days, width: 44, numeric: true },
  { heading: words.yearPrice, width: 52, numeric: true },
  { heading: words.amount, width: 58, numeric: true },
]

const hourColumns: Column[] = [
  { heading: words.description },
  { heading: words.hours, width: 78, numeric: true },
  { heading: words.hourlyRate, width: 64, numeric: true },
  { heading: words.amount, width: 70, numeric: true },
]

/** The lines: one for each LRK number, and hours apart from them, because they belong to no location. */
export function InvoiceLines({ invoice }: { invoice: Invoice }): ReactElement {
  const locations = invoice.lines.filter((line) => line.kind === 'location')
  const hours = invoice.lines.filter((line) => line.kind !== 'location')
  return (
    <View>
      {locations.length > 0 && (
        <View style={{ marginBottom: hours.length > 0 ? 18 : 0 }}>
          <Text style={{ ...text.bold, marginBottom: 6 }}>{invoiceWords.subscription(locations.length)}</Text>
          <Table columns={locationColumns} rows={locations.map(locationRow)} fontSize={8.5} />
        </View>
      )}
      {hours.length > 0 && <Table columns={hourColumns} rows={hours.map(hourRow)} />}
    </View>
  )
}

function locationRow(line: LocationLine): string[] {
  return [
    line.lrkNumber,
    line.name,
    line.type,
    line.costCentre,
    linePeriod(line.period),
    invoiceWords.dayShare(line.days, line.daysInYear),
    euros(line.unitCents),
    euros(line.amountCents),
  ]
}

function hourRow(line: BundleLine | HoursLine): string[] {
  const description =
    line.kind === 'bundle' ? invoiceWords.bundle(line.period) : invoiceWords.hoursOfHalf(line)
  return [description, hourCount(line.minutes), euros(line.hourlyRateCents), euros(line.amountCents)]
}
