import { useState } from 'react'
import { type Activity } from '#shared/activities/activity.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { shortDate } from '../../locale/dates.ts'
import { clockDuration } from '../../locale/duration.ts'
import { hoursText } from '../../locale/hours.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { type ActivityRow, activityRows } from './activity-rows.ts'
import { paths } from './paths.ts'

const text = hoursText.activities

/** So many that a search is quicker than the eye. */
const MANY = 15

function reportWords({ becauseOfCase, inReport }: Activity): string {
  if (becauseOfCase) return text.notBecauseOfCase
  return inReport ? text.yes : text.no
}

const columns: Column<ActivityRow>[] = [
  {
    key: 'description',
    heading: text.columns.description,
    cell: ({ activity }) => <TextLink to={paths.activity(activity.id)}>{activity.description}</TextLink>,
  },
  {
    key: 'on',
    heading: text.columns.on,
    cell: ({ activity }) => <time dateTime={activity.on}>{shortDate(activity.on)}</time>,
  },
  { key: 'kind', heading: text.columns.kind, cell: (row) => row.kind },
  { key: 'organisation', heading: text.columns.organisation, cell: (row) => row.organisation },
  {
    key: 'billable',
    heading: text.columns.billable,
    cell: ({ activity }) => (activity.billable ? text.yes : text.no),
  },
  { key: 'inReport', heading: text.columns.inReport, cell: ({ activity }) => reportWords(activity) },
  {
    key: 'minutes',
    heading: text.columns.minutes,
    cell: ({ activity }) => clockDuration(activity.minutes),
    align: 'end',
  },
]

/** What was done besides cases in a year, newest first. */
export function ActivitiesSection({
  year,
  organisations,
  activities,
}: {
  year: number
  organisations: readonly Organisation[]
  activities: readonly Activity[]
}) {
  const [query, setQuery] = useState('')
  const all = activityRows(activities, organisations, year, '')
  const rows = activityRows(activities, organisations, year, query)
  const minutes = rows.reduce((sum, { activity }) => sum + activity.minutes, 0)
  return (
    <Section title={text.title}>
      {all.length === 0 && <EmptyState>{text.empty(year)}</EmptyState>}
      {all.length > MANY && <SearchField label={text.searchLabel} value={query} onChange={setQuery} />}
      {all.length > 0 && rows.length === 0 && <p>{text.noneFound(query)}</p>}
      {rows.length > 0 && (
        <>
          <p className="quiet">{text.count(rows.length, clockDuration(minutes))}</p>
          <Table
            caption={text.tableLabel}
            columns={columns}
            rows={rows}
            rowKey={({ activity }) => activity.id}
          />
        </>
      )}
    </Section>
  )
}
