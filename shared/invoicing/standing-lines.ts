import { type Invoice, type InvoiceLine } from './invoice.ts'

/** The lines that still stand: of invoices that no credit note has taken back. */
export function standingLines(invoices: readonly Invoice[]): InvoiceLine[] {
  const credited = new Set(invoices.flatMap(({ creditOf }) => (creditOf ? [creditOf.id] : [])))
  return invoices
    .filter((invoice) => invoice.kind !== 'credit' && !credited.has(invoice.id))
    .flatMap((invoice) => invoice.lines)
}
