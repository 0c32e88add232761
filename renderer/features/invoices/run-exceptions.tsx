import { exceptionText, practiceFieldNames, runText as text } from '../../locale/invoices.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { exceptionPlace } from './exception-place.ts'
import { paths } from './paths.ts'
import { type RunPlan } from './run-plan.ts'
import { type Run } from './use-run.ts'

/** What stands in the way, with a link to where it can be mended. */
export function RunExceptions({ run, plan }: { run: Run; plan: RunPlan }) {
  const { practiceLacks, toMend, left } = plan
  const practice = exceptionText['practice-incomplete']
  return (
    <>
      {practiceLacks !== null && (
        <Notice tone="warn" title={practice.why}>
          <p>{text.practiceLacks(practiceLacks.map((field) => practiceFieldNames[field] ?? field))}</p>
          <p>
            <TextLink to={paths.settings}>{practice.mend}</TextLink>
          </p>
        </Notice>
      )}
      {toMend.length > 0 && (
        <Section title={text.toMend}>
          <p className="quiet">{text.toMendIntro}</p>
          <Table
            caption={text.toMend}
            rows={toMend}
            rowKey={({ organisationId }) => organisationId}
            columns={[
              { key: 'name', heading: text.columns.organisation, cell: ({ name }) => name },
              { key: 'why', heading: text.columns.why, cell: (one) => exceptionPlace(one, run).why },
              {
                key: 'mend',
                heading: text.columns.mend,
                cell: (one) => {
                  const { to, mend } = exceptionPlace(one, run)
                  return <TextLink to={to}>{mend}</TextLink>
                },
              },
            ]}
          />
        </Section>
      )}
      {left.map(({ organisationId, name, locations }) => (
        <Notice key={organisationId} tone="warn" title={name}>
          <p>{text.leftAfterInvoice(locations)}</p>
          <p>
            <TextLink to={paths.organisation(organisationId)}>{text.lookAtLocations}</TextLink>
          </p>
        </Notice>
      ))}
    </>
  )
}
