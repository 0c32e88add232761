import { type Activity } from '#shared/activities/activity.ts'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { foldText, searchWords } from '#shared/kernel/search-words.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { activityKinds, hoursText } from '../../locale/hours.ts'

export type ActivityRow = { activity: Activity; kind: string; organisation: string }

/**
 * Activities of a year, newest first, in which every word of the query occurs: in the description, with whom, the
 * kind or the organisation.
 */
export function activityRows(
  activities: readonly Activity[],
  organisations: readonly Organisation[],
  year: number,
  query: string,
): ActivityRow[] {
  const names = new Map(organisations.map((organisation) => [organisation.id, organisation.name]))
  const words = searchWords(query)
  return activities
    .filter((activity) => yearOf(activity.on) === year)
    .map((activity) => ({
      activity,
      kind: activityKinds[activity.kind],
      organisation:
        activity.organisationId === null
          ? hoursText.activities.own
          : (names.get(activity.organisationId) ?? hoursText.activities.unknown),
    }))
    .filter(({ activity, kind, organisation }) => {
      const text = foldText([activity.description, activity.withWhom, kind, organisation].join(' '))
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => b.activity.on.localeCompare(a.activity.on) || b.activity.id.localeCompare(a.activity.id))
}
