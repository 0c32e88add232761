import { type CalendarDate } from '#shared/calendar/calendar-date.ts'

const long = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat('nl-NL', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day in a sentence: `1 januari 2026`. */
export function longDate(date: CalendarDate): string {
  return long.format(new Date(`${date}T00:00:00Z`))
}

/** A day in a table, always as wide: `01-01-2026`. */
export function shortDate(date: CalendarDate): string {
  return short.format(new Date(`${date}T00:00:00Z`))
}

/** A stretch of days in a table: `01-01-2026 t/m 31-12-2026`. */
export function shortPeriod(period: { from: CalendarDate; to: CalendarDate }): string {
  return `${shortDate(period.from)} t/m ${shortDate(period.to)}`
}
