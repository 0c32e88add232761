import { type Invoice } from '#shared/invoicing/invoice.ts'
import { invoiceText as text } from '../../locale/invoices.ts'
import { SaveDocument } from '../../ui/save-document.tsx'
import { saveInvoicePdf } from './save-invoice-pdf.ts'

/** Saves the invoice as a PDF file and says what came of it. */
export function SavePdf({ invoice }: { invoice: Invoice }) {
  return (
    <SaveDocument
      label={text.savePdf}
      making={text.makingPdf}
      saved={text.saved}
      notSaved={text.notSaved}
      onSave={() => saveInvoicePdf(invoice)}
    />
  )
}
