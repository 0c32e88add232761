import { type Activity, type ActivityDetails, type ActivityKind } from '#shared/activities/activity.ts'
import { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { refuseImplausible } from '#shared/calendar/plausible-date.ts'
import { clockDuration, readDuration } from '../../locale/duration.ts'
import { type ActivityFieldError } from '../../locale/hours.ts'
import { type Reading } from '../../ui/form/fields-schema.ts'

/** What stands in the fields of an activity, as typed. */
export type ActivityFields = {
  kind: ActivityKind | null
  on: string | null
  /** A duration: `1:30`, or `90` for minutes. */
  minutes: string
  /** The id of an organisation, or `own` for what the advisor does for herself. */
  forWhom: string | null
  description: string
  withWhom: string
  reach: string
  billable: boolean
  inReport: boolean
  becauseOfCase: boolean
}

/** A new activity is one of today, for an organisation, paid and reported: what most of them are. */
export function activityFields(activity: Activity | null, today: CalendarDate): ActivityFields {
  return {
    kind: activity?.kind ?? null,
    on: activity?.on ?? today,
    minutes: activity === null ? '' : clockDuration(activity.minutes),
    forWhom: activity === null ? null : (activity.organisationId ?? 'own'),
    description: activity?.description ?? '',
    withWhom: activity?.withWhom ?? '',
    reach: activity === null || activity.reach === null ? '' : String(activity.reach),
    billable: activity?.billable ?? true,
    inReport: activity?.inReport ?? true,
    becauseOfCase: activity?.becauseOfCase ?? false,
  }
}

function durationError(minutes: number | null): ActivityFieldError | null {
  if (minutes === null) return 'duration'
  if (minutes < 1) return 'duration-nothing'
  return minutes > 1440 ? 'duration-too-long' : null
}

function readReach(text: string): number | null | 'unreadable' {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d{1,6}$/.test(typed) && Number(typed) <= 100_000 ? Number(typed) : 'unreadable'
}

/**
 * Reads the fields. Hours of her own are billed to nobody, and what a case gave rise to is never reported,
 * whatever the boxes say.
 */
export function readActivity(
  fields: ActivityFields,
  today: CalendarDate,
): Reading<ActivityDetails, keyof ActivityFields, ActivityFieldError> {
  const minutes = readDuration(fields.minutes, 'minutes')
  const reach = readReach(fields.reach)
  const on = CalendarDate.safeParse(fields.on)
  const implausible = on.success ? refuseImplausible(on.data, today, 'on') : null
  const errors: Partial<Record<keyof ActivityFields, ActivityFieldError>> = {}
  if (fields.kind === null) errors.kind = 'kind-missing'
  if (fields.forWhom === null) errors.forWhom = 'whom-missing'
  if (!on.success) errors.on = 'day-missing'
  if (implausible !== null) errors.on = implausible.refused
  const wrongDuration = durationError(minutes)
  if (wrongDuration !== null) errors.minutes = wrongDuration
  if (fields.description.trim() === '') errors.description = 'description-missing'
  else if (fields.description.trim().length > 200) errors.description = 'too-long'
  if (fields.withWhom.trim().length > 200) errors.withWhom = 'too-long'
  if (reach === 'unreadable') errors.reach = 'reach'
  if (
    Object.keys(errors).length > 0 ||
    fields.kind === null ||
    fields.forWhom === null ||
    !on.success ||
    minutes === null ||
    reach === 'unreadable'
  )
    return { errors }
  return {
    details: {
      kind: fields.kind,
      on: on.data,
      minutes,
      organisationId: fields.forWhom === 'own' ? null : fields.forWhom,
      description: fields.description.trim(),
      withWhom: fields.withWhom.trim(),
      reach,
      billable: fields.billable && fields.forWhom !== 'own',
      inReport: fields.inReport && !fields.becauseOfCase,
      becauseOfCase: fields.becauseOfCase,
    },
  }
}
