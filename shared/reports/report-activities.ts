import { type Activity } from '../activities/activity.ts'
import { includes } from '../calendar/period.ts'
import { type Id } from '../kernel/id.ts'
import { type ReportPeriod } from '../statistics/report-period.ts'
import { type ReportedActivity } from './annual-report.ts'
import { daysOf } from './reported-time.ts'

/**
 * The activities of a period that a report of this organisation tells, in order of date: its own, and the advisor's
 * own (peer review, training) that she chose to show. One that a case gave rise to is left out whatever else was
 * ticked: "extra voorlichting op locatie X" in a small year points at somebody.
 */
export function reportActivities(
  activities: readonly Activity[],
  organisationId: Id,
  period: ReportPeriod,
): ReportedActivity[] {
  const days = daysOf(period)
  return activities
    .filter(
      (activity) =>
        (activity.organisationId === organisationId || activity.organisationId === null) &&
        includes(days, activity.on) &&
        activity.inReport &&
        !activity.becauseOfCase,
    )
    .sort((a, b) => a.on.localeCompare(b.on))
    .map(({ on, kind, description, withWhom, reach }) => ({ on, kind, description, withWhom, reach }))
}
