import { useState } from 'react'
import { useLocation } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { shortDate } from '../../locale/dates.ts'
import { eurosInField } from '../../locale/euros.ts'
import { invoicesText as text } from '../../locale/invoices.ts'
import { supplyPeriod } from '../../locale/supply-period.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRows } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { lastFinishedHalf } from './half-years.ts'
import { type InvoiceRow, invoiceRows, invoiceTotals } from './invoice-rows.ts'
import { paths } from './paths.ts'

function columnsFor(rows: readonly InvoiceRow[]): Column<InvoiceRow>[] {
  const totals = invoiceTotals(rows)
  return [
    {
      key: 'number',
      heading: text.columns.number,
      cell: ({ invoice }) => <TextLink to={paths.invoice(invoice.id)}>{invoice.number}</TextLink>,
      foot: text.total,
    },
    {
      key: 'issuedOn',
      heading: text.columns.issuedOn,
      cell: ({ invoice }) => <time dateTime={invoice.issuedOn}>{shortDate(invoice.issuedOn)}</time>,
    },
    { key: 'organisation', heading: text.columns.organisation, cell: ({ invoice }) => invoice.buyer.name },
    {
      key: 'period',
      heading: text.columns.period,
      cell: ({ invoice }) => supplyPeriod(invoice.supplyPeriod),
    },
    {
      key: 'kind',
      heading: text.columns.kind,
      cell: ({ invoice, credited }) =>
        credited ? `${text.kinds[invoice.kind]}, ${text.credited}` : text.kinds[invoice.kind],
    },
    {
      key: 'net',
      heading: text.columns.net,
      cell: ({ invoice }) => eurosInField(invoice.netCents),
      align: 'end',
      foot: eurosInField(totals.net),
    },
    {
      key: 'vat',
      heading: text.columns.vat,
      cell: ({ invoice }) => eurosInField(invoice.vatCents),
      align: 'end',
      foot: eurosInField(totals.vat),
    },
    {
      key: 'gross',
      heading: text.columns.gross,
      cell: ({ invoice }) => eurosInField(invoice.grossCents),
      align: 'end',
      foot: eurosInField(totals.gross),
    },
  ]
}

function RunButtons() {
  const [, navigate] = useLocation()
  const today = useToday()
  const year = yearOf(today)
  const { year: hoursYear, half } = lastFinishedHalf(today)
  return (
    <div className="page-actions">
      <Button
        variant="primary"
        onPress={() => {
          navigate(paths.yearly(year))
        }}
      >
        {text.yearlyRun(year)}
      </Button>
      <Button
        onPress={() => {
          navigate(paths.hours(hoursYear, half))
        }}
      >
        {text.hoursRun}
      </Button>
    </div>
  )
}

/** Every invoice that was issued, as bookkeepers file them. */
export function InvoiceList() {
  const [query, setQuery] = useState('')
  const invoices = useRows('invoices')
  if (invoices === undefined) return null
  if (invoices.length === 0)
    return (
      <Page title={text.title}>
        <EmptyState action={<RunButtons />}>{text.empty}</EmptyState>
      </Page>
    )
  const rows = invoiceRows(invoices, query)
  return (
    <Page title={text.title} actions={<RunButtons />}>
      <SearchField label={text.searchLabel} value={query} onChange={setQuery} />
      {rows.length === 0 ? (
        <p>{text.noneFound(query)}</p>
      ) : (
        <>
          <p className="quiet">{text.shown(rows.length)}</p>
          <Table
            caption={text.tableLabel}
            columns={columnsFor(rows)}
            rows={rows}
            rowKey={({ invoice }) => invoice.id}
          />
        </>
      )}
    </Page>
  )
}
