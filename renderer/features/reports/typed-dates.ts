import { CalendarDate } from '#shared/calendar/calendar-date.ts'

/** The day that a date field holds; null while it is empty or half typed. */
export function calendarDateOrNull(typed: string | null): CalendarDate | null {
  const parsed = CalendarDate.safeParse(typed)
  return parsed.success ? parsed.data : null
}
