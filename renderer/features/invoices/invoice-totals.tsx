import './invoice-totals.css'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { euros } from '../../locale/euros.ts'
import { invoiceText as text } from '../../locale/invoices.ts'
import { settingsText } from '../../locale/settings.ts'

/** What the lines come to, under the column of their amounts. */
export function InvoiceTotals({ invoice }: { invoice: Invoice }) {
  const { vatRegime, vatPercent, netCents, vatCents, grossCents, smallBusinessSentence } = invoice
  return (
    <>
      <dl className="invoice-totals">
        <dt>{text.net}</dt>
        <dd>{euros(netCents)}</dd>
        {vatRegime === 'standard' && (
          <>
            <dt>{text.vat(vatPercent)}</dt>
            <dd>{euros(vatCents)}</dd>
          </>
        )}
        <dt data-is-total>{text.gross}</dt>
        <dd data-is-total>{euros(grossCents)}</dd>
      </dl>
      {vatRegime === 'small-business' && (
        <p className="quiet invoice-totals-note">
          {smallBusinessSentence === '' ? settingsText.defaultSmallBusinessSentence : smallBusinessSentence}
        </p>
      )}
    </>
  )
}
