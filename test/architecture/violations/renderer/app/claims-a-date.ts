// breaks: brands-are-parsed-not-claimed
import type { CalendarDate } from '#shared/calendar/calendar-date.ts'

export const date = '2026-02-31' as CalendarDate
