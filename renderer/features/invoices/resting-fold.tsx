import { runText as text } from '../../locale/invoices.ts'
import { Fold } from '../../ui/fold.tsx'
import { Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { exceptionPlace } from './exception-place.ts'
import { type RunException } from './run-plan.ts'
import { type Run } from './use-run.ts'

/** Organisations where nothing needs to be done in this run, out of the way but not hidden. */
export function RestingFold({ run, resting }: { run: Run; resting: readonly RunException[] }) {
  if (resting.length === 0) return null
  const title = text.resting(resting.length)
  return (
    <Fold title={title}>
      <Table
        caption={title}
        rows={resting}
        rowKey={({ organisationId }) => organisationId}
        columns={[
          { key: 'name', heading: text.columns.organisation, cell: ({ name }) => name },
          { key: 'why', heading: text.columns.why, cell: (one) => exceptionPlace(one, run).why },
          {
            key: 'look',
            heading: text.columns.look,
            cell: (one) => {
              const { to, mend } = exceptionPlace(one, run)
              return <TextLink to={to}>{mend}</TextLink>
            },
          },
        ]}
      />
    </Fold>
  )
}
