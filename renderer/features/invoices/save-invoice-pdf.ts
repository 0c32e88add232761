import { type SaveAnswer } from '#shared/contracts/host.ts'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { isDocumentRefusal, makeInvoicePdf } from '../../documents/client.ts'
import { host } from '../../working-set/host.ts'
import { invoiceFileName } from './invoice-file-name.ts'

/** Makes the PDF of an invoice and writes it where the advisor says. */
export async function saveInvoicePdf(invoice: Invoice): Promise<SaveAnswer | { refused: 'not-made' }> {
  const bytes = await makeInvoicePdf(invoice)
  if (isDocumentRefusal(bytes)) return { refused: 'not-made' }
  return host.saveFile({ suggestedName: invoiceFileName(invoice), kind: 'pdf', bytes: new Uint8Array(bytes) })
}
