import { type Invoice } from '#shared/invoicing/invoice.ts'

/** A name that tells a bookkeeper everything and a passer-by nothing: `factuur-2026-0001.pdf`. */
export function invoiceFileName(invoice: Invoice): string {
  return `${invoice.kind === 'credit' ? 'creditfactuur' : 'factuur'}-${invoice.number}.pdf`
}
