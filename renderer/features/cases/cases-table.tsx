import './cases.css'
import { casesText } from '../../locale/cases.ts'
import { shortDate } from '../../locale/dates.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Table, type Column } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { type CaseRow } from './case-rows.ts'

const { columns: heading, closed, aftercareOn, caption } = casesText.list

const COLUMNS: readonly Column<CaseRow>[] = [
  {
    key: 'name',
    heading: heading.name,
    cell: ({ id, reference, label, snippet }) => (
      <span className="cases-name">
        <TextLink to={`/casussen/${id}`}>{label === '' ? reference : label}</TextLink>
        {label !== '' && <span className="cases-reference">{reference}</span>}
        {snippet !== null && <span className="cases-snippet">{snippet}</span>}
      </span>
    ),
  },
  { key: 'organisation', heading: heading.organisation, cell: ({ organisation }) => organisation },
  { key: 'melder', heading: heading.melder, cell: ({ melderRole }) => vocabulary.melderRole[melderRole] },
  { key: 'subject', heading: heading.subject, cell: ({ subject }) => vocabulary.subject[subject] },
  {
    key: 'last',
    heading: heading.lastContact,
    cell: ({ lastEntryOn }) => <span className="nowrap">{shortDate(lastEntryOn)}</span>,
  },
  {
    key: 'next',
    heading: heading.followUp,
    cell: ({ state, followUpOn }) => (
      <>
        {state === 'closed' && <span className="quiet">{closed}</span>}
        {state === 'closed' && followUpOn !== null && <br />}
        {followUpOn !== null && (
          <span className="nowrap">
            {state === 'closed' ? aftercareOn(shortDate(followUpOn)) : shortDate(followUpOn)}
          </span>
        )}
      </>
    ),
  },
]

/** Cases one a row, each name a link to it. */
export function CasesTable({ rows }: { rows: readonly CaseRow[] }) {
  return <Table caption={caption} columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />
}
