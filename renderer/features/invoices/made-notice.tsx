import { runText as text } from '../../locale/invoices.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { paths } from './paths.ts'
import { type Made } from './use-run.ts'

/** What came of making invoices, with the way to each of them. */
export function MadeNotice({ made }: { made: Made }) {
  const [only] = made.invoices
  return (
    <div role="status">
      {only !== undefined && (
        <Notice>
          {made.invoices.length === 1 ? (
            <p>
              {text.issued(only.number, only.buyer.name)}{' '}
              <TextLink to={paths.invoice(only.id)}>{text.openInvoice}</TextLink>
            </p>
          ) : (
            <p>
              {text.issuedMany(made.invoices.length)} <TextLink to={paths.all}>{text.openInvoices}</TextLink>
            </p>
          )}
        </Notice>
      )}
      {made.refused.length > 0 && (
        <Notice tone="danger" title={text.failedMany(made.refused.length)}>
          {made.refused.map(({ name, refused }) => (
            <p key={name}>{text.failedOne(name, sentenceFor(refused))}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}
