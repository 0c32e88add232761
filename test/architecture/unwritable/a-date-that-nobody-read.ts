import type { CalendarDate } from '#shared/calendar/calendar-date.ts'

export const date: CalendarDate = '2026-02-31'
