import { type InvoiceDraft } from '#shared/invoicing/invoice.ts'
import { clockDuration } from '../../locale/duration.ts'
import { euros } from '../../locale/euros.ts'
import { runText as text } from '../../locale/invoices.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { type ReadyInvoice } from './run-plan.ts'

function linesOf({ lines }: InvoiceDraft): string {
  const hours = lines.filter((line) => line.kind === 'hours')
  const minutes = hours.reduce((sum, line) => sum + line.minutes, 0)
  const late = hours.reduce((sum, line) => sum + (line.isLate ? line.minutes : 0), 0)
  if (minutes > 0)
    return late === 0
      ? text.hoursAmount(clockDuration(minutes))
      : text.hoursAmountLate(clockDuration(minutes), clockDuration(late))
  const locations = lines.filter((line) => line.kind === 'location').length
  return text.lineCount(
    locations,
    lines.some((line) => line.kind === 'bundle'),
  )
}

/** Drafts that wait for nothing but the advisor's word, each with its own button. */
export function ReadyTable({
  ready,
  isBusy,
  onIssue,
}: {
  ready: readonly ReadyInvoice[]
  isBusy: boolean
  onIssue: (one: ReadyInvoice) => void
}) {
  const columns: Column<ReadyInvoice>[] = [
    { key: 'organisation', heading: text.columns.organisation, cell: ({ name }) => name },
    { key: 'lines', heading: text.columns.lines, cell: ({ draft }) => linesOf(draft) },
    { key: 'net', heading: text.columns.net, cell: ({ draft }) => euros(draft.netCents), align: 'end' },
    { key: 'gross', heading: text.columns.gross, cell: ({ draft }) => euros(draft.grossCents), align: 'end' },
    {
      key: 'act',
      heading: text.columns.act,
      cell: (one) => (
        <Button
          label={text.issueFor(one.name)}
          isDisabled={isBusy}
          onPress={() => {
            onIssue(one)
          }}
        >
          {text.issue}
        </Button>
      ),
      align: 'end',
    },
  ]
  return (
    <Table
      caption={text.tableLabel}
      columns={columns}
      rows={ready}
      rowKey={({ organisationId }) => organisationId}
    />
  )
}
