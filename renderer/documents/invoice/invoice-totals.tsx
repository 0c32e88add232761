import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { Invoice } from '#shared/invoicing/invoice.ts'
import { invoiceWords } from '../../locale/documents.ts'
import { euros } from '../../locale/euros.ts'
import { figures, green, text } from '../pdf/style.ts'
import { Typed } from '../pdf/text.tsx'

/** Without VAT, the VAT with its rate, and what is to be paid; or the sentence of the small business scheme. */
export function InvoiceTotals({ invoice }: { invoice: Invoice }): ReactElement {
  const exempt = invoice.vatRegime === 'small-business'
  const gross = invoice.kind === 'credit' ? invoiceWords.grossCredit : invoiceWords.gross
  return (
    <View wrap={false} style={{ marginTop: 12, marginLeft: 'auto', width: 310 }}>
      <Total label={invoiceWords.net} cents={invoice.netCents} />
      {!exempt && (
        <Total label={invoiceWords.vat(invoice.vatPercent, invoice.netCents)} cents={invoice.vatCents} />
      )}
      <View style={{ borderTopWidth: 1, borderTopColor: green, marginTop: 4, paddingTop: 4, ...text.bold }}>
        <Total label={gross} cents={invoice.grossCents} />
      </View>
      {exempt && (
        <Typed style={{ ...text.small, marginTop: 6 }}>
          {invoice.smallBusinessSentence === '' ? invoiceWords.smallBusiness : invoice.smallBusinessSentence}
        </Typed>
      )}
    </View>
  )
}

function Total({ label, cents }: { label: string; cents: number }): ReactElement {
  return (
    <View style={{ flexDirection: 'row' }}>
      <Text style={{ flex: 1 }}>{label}</Text>
      <Text style={{ ...figures, width: 100, paddingRight: 6 }}>{euros(cents)}</Text>
    </View>
  )
}
