import { z } from 'zod'
import { CalendarDate, calendarDate, daysBetween, earliest, latest } from './calendar-date.ts'

/** Years that anything in a caseload can belong to. */
export const Year = z.number().int().min(2000).max(2100)

export const Half = z.union([z.literal(1), z.literal(2)])
export type Half = z.infer<typeof Half>

/** A stretch of days, both ends included. */
export const Period = z
  .strictObject({ from: CalendarDate, to: CalendarDate })
  .refine((period) => period.from <= period.to, 'period-reversed')
export type Period = z.infer<typeof Period>

export function yearPeriod(year: number): Period {
  return { from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) }
}

export function halfPeriod(year: number, half: Half): Period {
  return half === 1
    ? { from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-06-30`) }
    : { from: calendarDate(`${year}-07-01`), to: calendarDate(`${year}-12-31`) }
}

/** Number of days, both ends counted. */
export function daysIn(period: Period): number {
  return daysBetween(period.from, period.to) + 1
}

export function includes(period: Period, date: CalendarDate): boolean {
  return period.from <= date && date <= period.to
}

/** The days that both have, or nothing. An open end (`to: null`) lasts for ever. */
export function overlap(
  period: Period,
  other: { from: CalendarDate; to: CalendarDate | null },
): Period | null {
  const from = latest(period.from, other.from)
  const to = other.to === null ? period.to : earliest(period.to, other.to)
  return from <= to ? { from, to } : null
}
