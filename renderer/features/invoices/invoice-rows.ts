import { type Id } from '#shared/kernel/id.ts'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { type Cents, sumCents } from '#shared/kernel/cents.ts'
import { foldText, searchWords } from '#shared/kernel/search-words.ts'

export type InvoiceRow = { invoice: Invoice; credited: boolean }

/**
 * The invoices as bookkeepers file them: newest number first. The buyer is called as on the invoice itself, also
 * when the organisation has another name by now.
 */
export function invoiceRows(invoices: readonly Invoice[], query: string): InvoiceRow[] {
  const credited = new Set(invoices.flatMap(({ creditOf }): Id[] => (creditOf === null ? [] : [creditOf.id])))
  const words = searchWords(query)
  return invoices
    .filter((invoice) => {
      const text = foldText(`${invoice.number} ${invoice.buyer.name}`)
      return words.every((word) => text.includes(word))
    })
    .map((invoice) => ({ invoice, credited: credited.has(invoice.id) }))
    .sort((a, b) => b.invoice.number.localeCompare(a.invoice.number))
}

/** What the shown invoices come to, credit notes taken off. */
export function invoiceTotals(rows: readonly InvoiceRow[]): { net: Cents; vat: Cents; gross: Cents } {
  return {
    net: sumCents(rows.map(({ invoice }) => invoice.netCents)),
    vat: sumCents(rows.map(({ invoice }) => invoice.vatCents)),
    gross: sumCents(rows.map(({ invoice }) => invoice.grossCents)),
  }
}
