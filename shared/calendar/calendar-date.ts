import { z } from 'zod'

const DAY = 86_400_000

function toDay(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = toDay(text)
  // 2025-02-30 parses in some engines as 2 March: only a date that reads back as itself exists.
  return Number.isFinite(day) && new Date(day * DAY).toISOString().slice(0, 10) === text
}

/** A day of the Gregorian calendar as `YYYY-MM-DD`, without time and without time zone. */
export const CalendarDate = z.string().refine(isCalendarDate, 'not-a-date').brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>

/** Brands a date that the caller knows to be one; throws otherwise. */
export function calendarDate(text: string): CalendarDate {
  return CalendarDate.parse(text)
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(new Date((toDay(date) + days) * DAY).toISOString().slice(0, 10))
}

/** Whole days from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDay(to) - toDay(from)
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** First (1) or second (2) half of the year. */
export function halfOf(date: CalendarDate): 1 | 2 {
  return Number(date.slice(5, 7)) <= 6 ? 1 : 2
}

export function earliest(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b
}

export function latest(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b
}
