import { z } from 'zod'
import { addDays, CalendarDate, calendarDate, daysBetween, earliest, latest } from './calendar-date.ts'

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

/** The stretches that remain of a period when the others are taken out, in order. */
export function without(period: Period, taken: readonly Period[]): Period[] {
  return taken.reduce<Period[]>(
    (pieces, other) =>
      pieces.flatMap((piece) => {
        const common = overlap(piece, other)
        if (common === null) return [piece]
        const before = { from: piece.from, to: addDays(common.from, -1) }
        const after = { from: addDays(common.to, 1), to: piece.to }
        return [before, after].filter((rest) => rest.from <= rest.to)
      }),
    [period],
  )
}

/** From the first day of the earliest to the last day of the latest; throws when there is none. */
export function span(periods: readonly Period[]): Period {
  const [first, ...others] = periods
  if (first === undefined) throw new Error('no periods to span')
  return others.reduce(
    (all, { from, to }) => ({ from: earliest(all.from, from), to: latest(all.to, to) }),
    first,
  )
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
