import { useEffect, useState } from 'react'
import { type Activity } from '#shared/activities/activity.ts'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { clockDuration } from '../../locale/duration.ts'
import { hoursText } from '../../locale/hours.ts'
import { Section } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ask } from '../../working-set/client.ts'
import { useToday } from '../../working-set/today.ts'
import { type HoursRow, hoursRows, hoursTotals } from './hours-rows.ts'

const text = hoursText.perOrganisation

function leftWords(left: number | null): string {
  if (left === null) return text.notApplicable
  return left < 0 ? text.overdrawn(clockDuration(-left)) : clockDuration(left)
}

function columnsFor(rows: readonly HoursRow[]): Column<HoursRow>[] {
  const totals = hoursTotals(rows)
  const isSummed = rows.length > 1
  const foot = (minutes: number) => (isSummed ? { foot: clockDuration(minutes) } : {})
  return [
    {
      key: 'organisation',
      heading: text.columns.organisation,
      cell: (row) => row.name,
      ...(isSummed ? { foot: text.total } : {}),
    },
    {
      key: 'firstHalf',
      heading: text.columns.firstHalf,
      cell: (row) => clockDuration(row.firstHalf),
      align: 'end',
      ...foot(totals.firstHalf),
    },
    {
      key: 'secondHalf',
      heading: text.columns.secondHalf,
      cell: (row) => clockDuration(row.secondHalf),
      align: 'end',
      ...foot(totals.secondHalf),
    },
    {
      key: 'total',
      heading: text.columns.total,
      cell: (row) => clockDuration(row.total),
      align: 'end',
      ...foot(totals.total),
    },
    {
      key: 'bundle',
      heading: text.columns.bundle,
      cell: (row) => (row.bundle === 0 ? text.noBundle : clockDuration(row.bundle)),
      align: 'end',
    },
    { key: 'left', heading: text.columns.left, cell: (row) => leftWords(row.left), align: 'end' },
  ]
}

/** What each organisation used of its hours in a year; counted anew when an activity changes. */
export function OverviewSection({
  year,
  organisations,
  activities,
}: {
  year: number
  organisations: readonly Organisation[]
  activities: readonly Activity[]
}) {
  const [overview, setOverview] = useState<VaultAnswer<'hours.overview'> | null>(null)
  useEffect(() => {
    let isCurrent = true
    void ask('hours.overview', { year }).then((answer) => {
      if (isCurrent && !isRefusal(answer)) setOverview(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [year, activities])

  const thisYear = yearOf(useToday())
  const rows = overview === null ? null : hoursRows(overview.organisations, organisations)
  return (
    <Section title={text.title}>
      {rows === null && <Progress label={text.loading} />}
      {rows !== null && rows.length === 0 && <p>{text.empty(year)}</p>}
      {rows !== null && rows.length > 0 && (
        <>
          <p className="quiet">{text.intro}</p>
          {year < thisYear && <p className="quiet">{text.pastBundle}</p>}
          <Table
            caption={text.tableLabel}
            columns={columnsFor(rows)}
            rows={rows}
            rowKey={(row) => row.organisationId}
          />
        </>
      )}
    </Section>
  )
}
