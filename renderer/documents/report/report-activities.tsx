import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { ReportedActivity } from '#shared/reports/annual-report.ts'
import { shortDate } from '../../locale/dates.ts'
import { reportWords } from '../../locale/report-document.ts'
import { activityWords } from '../../locale/report-words.ts'
import { text } from '../pdf/style.ts'
import { type Column, Table } from '../pdf/table.tsx'

const words = reportWords.activityColumns

/** What the advisor did besides talking to melders, in order of date. */
export function ReportActivities({
  activities,
}: {
  activities: readonly ReportedActivity[]
}): ReactElement | null {
  if (activities.length === 0) return null
  const withReach = activities.some(({ reach }) => reach !== null)
  const columns: Column[] = [
    { heading: words.on, width: 58 },
    { heading: words.kind, width: 104 },
    { heading: words.description },
    { heading: words.withWhom, width: 92 },
    ...(withReach ? [{ heading: words.reach, width: 58, numeric: true }] : []),
  ]
  return (
    <View>
      <Text style={{ ...text.h2, marginBottom: 8 }} minPresenceAhead={60}>
        {reportWords.activities}
      </Text>
      <Table
        columns={columns}
        rows={activities.map(({ on, kind, description, withWhom, reach }) => [
          shortDate(on),
          activityWords[kind],
          description,
          withWhom,
          reach === null ? '' : String(reach),
        ])}
      />
    </View>
  )
}
