import { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type OrganisationsFieldError } from '../../locale/organisations.ts'
import { type Reading } from '../../ui/form/fields-schema.ts'

/** The details to keep, or for each field why not. */
export type Read<Details, Field extends string> = Reading<Details, Field, OrganisationsFieldError>

/** Leaves out the fields without an error; null when none is left, so that the form can be kept. */
export function errorsOf<Field extends string>(
  checks: Record<Field, OrganisationsFieldError | null>,
): Partial<Record<Field, OrganisationsFieldError>> | null {
  const errors: Partial<Record<Field, OrganisationsFieldError>> = {}
  for (const field of Object.keys(checks) as Field[]) {
    const error = checks[field]
    if (error !== null) errors[field] = error
  }
  return Object.keys(errors).length === 0 ? null : errors
}

/** A line that may stay empty. */
export function lineError(text: string): OrganisationsFieldError | null {
  return text.trim().length > 200 ? 'too-long' : null
}

/** A line without which the record has no name. */
export function nameError(text: string): OrganisationsFieldError | null {
  return text.trim() === '' ? 'name-missing' : lineError(text)
}

/** A day on which something began or ends: never before 2000, but it may lie ahead. */
export function dayError(
  day: string | null,
  missing: OrganisationsFieldError | null,
): OrganisationsFieldError | null {
  if (day === null) return missing
  return day < '2000-01-01' ? 'date-too-old' : null
}

/** The day that a field holds, or none. */
export function dayOf(day: string | null): CalendarDate | null {
  const date = CalendarDate.safeParse(day)
  return date.success ? date.data : null
}
