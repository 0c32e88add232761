import { type Invoice } from '#shared/invoicing/invoice.ts'
import { longDate, shortPeriod } from '../../locale/dates.ts'
import { invoicesText, invoiceText as text } from '../../locale/invoices.ts'
import { Facts } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRow, useRowsOf } from '../../working-set/rows.ts'
import { CreditInvoice } from './credit-invoice.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import { paths } from './paths.ts'
import { SavePdf } from './save-pdf.tsx'

function InvoicePage({ invoice, creditedBy }: { invoice: Invoice; creditedBy: Invoice | null }) {
  const { creditOf, buyer } = invoice
  const address = [buyer.address.street, `${buyer.address.postcode} ${buyer.address.city}`].join(', ')
  const facts = [
    { name: text.facts.to, value: `${buyer.name}, ${address}` },
    { name: text.facts.reference, value: buyer.purchaseReference },
    { name: text.facts.issuedOn, value: longDate(invoice.issuedOn) },
    { name: text.facts.dueOn, value: creditOf === null ? longDate(invoice.dueOn) : '' },
    { name: text.facts.period, value: shortPeriod(invoice.supplyPeriod) },
  ].filter(({ value }) => value !== '')
  const links = [
    ...(creditOf === null ? [] : [{ name: text.facts.creditOf, id: creditOf.id, number: creditOf.number }]),
    ...(creditedBy === null
      ? []
      : [{ name: text.facts.creditedBy, id: creditedBy.id, number: creditedBy.number }]),
  ].map(({ name, id, number }) => ({ name, value: <TextLink to={paths.invoice(id)}>{number}</TextLink> }))
  return (
    <Page
      title={creditOf === null ? text.title(invoice.number) : text.creditTitle(invoice.number)}
      lead={<TextLink to={paths.all}>{invoicesText.back}</TextLink>}
    >
      <SavePdf invoice={invoice} />
      <Facts facts={[...facts, ...links]} />
      <InvoiceLines invoice={invoice} />
      {creditOf === null && creditedBy === null && <CreditInvoice invoice={invoice} />}
    </Page>
  )
}

/** One invoice as it was issued. Nothing of it can be changed. */
export function InvoiceScreen({ id }: { id: string }) {
  const invoice = useRow('invoices', id)
  const others = useRowsOf('invoices', invoice?.organisationId ?? '')
  if (invoice === undefined || others === undefined) return null
  if (invoice === null)
    return (
      <Page title={invoicesText.title}>
        <p>{text.gone}</p>
        <p>
          <TextLink to={paths.all}>{invoicesText.back}</TextLink>
        </p>
      </Page>
    )
  return (
    <InvoicePage
      invoice={invoice}
      creditedBy={others.find(({ creditOf }) => creditOf?.id === invoice.id) ?? null}
    />
  )
}
