import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { Invoice } from '#shared/invoicing/invoice.ts'
import { longDate } from '../../locale/dates.ts'
import { invoiceWords, longPeriod, spacedIban } from '../../locale/documents.ts'
import { Typed } from '../pdf/text.tsx'
import { green, quiet, text } from '../pdf/style.ts'

/** Who sends it, to whom, and the facts by which bookkeeping files it. */
export function InvoiceHead({ invoice }: { invoice: Invoice }): ReactElement {
  const { seller, buyer } = invoice
  return (
    <View>
      <View
        style={{ borderBottomWidth: 1.5, borderBottomColor: green, paddingBottom: 8, flexDirection: 'row' }}
      >
        <View style={{ flex: 1, paddingRight: 16 }}>
          <Typed style={{ fontSize: 12, fontWeight: 700 }}>{seller.name}</Typed>
          <Typed style={text.small}>{seller.address.street}</Typed>
          <Typed style={text.small}>{`${seller.address.postcode} ${seller.address.city}`}</Typed>
        </View>
        <View style={{ width: 210 }}>
          {[
            [invoiceWords.kvk, seller.kvkNumber],
            [invoiceWords.vatId, seller.vatId],
            [invoiceWords.iban, spacedIban(seller.iban)],
          ].map(
            ([label = '', value = '']) =>
              value !== '' && <Fact key={label} label={label} value={value} small />,
          )}
          {[seller.email, seller.phone].map(
            (value, index) =>
              value !== '' && (
                <Typed key={index} style={text.small}>
                  {value}
                </Typed>
              ),
          )}
        </View>
      </View>
      <View style={{ marginTop: 34, marginBottom: 26, maxWidth: 300 }}>
        <Typed style={text.bold}>{buyer.name}</Typed>
        {buyer.attention !== '' && <Typed>{invoiceWords.attention(buyer.attention)}</Typed>}
        <Typed>{buyer.address.street}</Typed>
        <Typed>{`${buyer.address.postcode} ${buyer.address.city}`}</Typed>
      </View>
      <Text style={{ ...text.h1, marginBottom: 10 }}>{invoiceWords.title(invoice.kind)}</Text>
      <View style={{ marginBottom: 20 }}>
        {facts(invoice).map(
          ([label, value]) => value !== '' && <Fact key={label} label={label} value={value} />,
        )}
      </View>
    </View>
  )
}

function facts(invoice: Invoice): [string, string][] {
  const words = invoiceWords.facts
  const { creditOf, buyer } = invoice
  return [
    [words.number(invoice.kind), invoice.number],
    [words.issuedOn, longDate(invoice.issuedOn)],
    creditOf === null
      ? [words.dueOn, longDate(invoice.dueOn)]
      : [words.creditOf, invoiceWords.original(creditOf.number, creditOf.issuedOn)],
    [words.supplyPeriod, longPeriod(invoice.supplyPeriod)],
    [words.purchaseReference, buyer.purchaseReference],
    [words.buyerKvk, buyer.kvkNumber],
    [words.buyerVatId, buyer.vatId],
  ]
}

function Fact({
  label,
  value,
  small = false,
}: {
  label: string
  value: string
  small?: boolean
}): ReactElement {
  return (
    <View style={{ flexDirection: 'row', ...(small ? text.small : {}) }}>
      <Text style={{ width: small ? 40 : 124, color: quiet }}>{label}</Text>
      <Typed style={{ flex: 1 }}>{value}</Typed>
    </View>
  )
}
