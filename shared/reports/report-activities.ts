import { type Activity } from '../activities/activity.ts'
import { yearOf } from '../calendar/calendar-date.ts'
import { type Id } from '../kernel/id.ts'
import { type ReportedActivity } from './annual-report.ts'

/**
 * The activities of a year that a report of this organisation tells, in order of date: its own, and the advisor's
 * own (peer review, training) that she chose to show. One that a case gave rise to is left out whatever else was
 * ticked: "extra voorlichting op locatie X" in a small year points at somebody.
 */
export function reportActivities(
  activities: readonly Activity[],
  organisationId: Id,
  year: number,
): ReportedActivity[] {
  return activities
    .filter(
      (activity) =>
        (activity.organisationId === organisationId || activity.organisationId === null) &&
        yearOf(activity.on) === year &&
        activity.inReport &&
        !activity.becauseOfCase,
    )
    .sort((a, b) => a.on.localeCompare(b.on))
    .map(({ on, kind, description, withWhom, reach }) => ({ on, kind, description, withWhom, reach }))
}
