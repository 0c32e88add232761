import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { Invoice } from '#shared/invoicing/invoice.ts'
import { invoiceWords } from '../../locale/documents.ts'
import { PageFooter } from '../pdf/page-footer.tsx'
import { printable } from '../pdf/printable.ts'
import { fileFacts, renderPdf } from '../pdf/render.ts'
import { body, page } from '../pdf/style.ts'
import { InvoiceHead } from './invoice-head.tsx'
import { InvoiceLines } from './invoice-lines.tsx'
import { InvoiceTotals } from './invoice-totals.tsx'

const LEFT = 56
const RIGHT = 40

/**
 * An invoice or credit note with all that art. 35a Wet OB asks for, as a PDF file. Hours are one line that names a
 * half-year: nothing in or behind the file can point at a case.
 */
export function makeInvoicePdf(invoice: Invoice): Promise<Uint8Array> {
  const title = invoiceWords.fileTitle(invoice)
  return renderPdf(
    <Document {...fileFacts(title, printable(invoice.seller.name), invoice.issuedOn)}>
      <Page size="A4" style={{ ...page, paddingTop: 48, paddingLeft: LEFT, paddingRight: RIGHT }}>
        <View style={body}>
          <InvoiceHead invoice={invoice} />
          <InvoiceLines invoice={invoice} />
          <InvoiceTotals invoice={invoice} />
          <View wrap={false} style={{ marginTop: 18, maxWidth: 400 }}>
            <Text>{printable(closingSentence(invoice))}</Text>
          </View>
        </View>
        <PageFooter left={LEFT} right={RIGHT}>
          {`${title} · ${invoice.seller.name}`}
        </PageFooter>
      </Page>
    </Document>,
  )
}

function closingSentence(invoice: Invoice): string {
  return invoice.creditOf === null
    ? invoiceWords.pay(invoice)
    : invoiceWords.credited(invoice.creditOf.number, invoice.creditOf.issuedOn)
}
