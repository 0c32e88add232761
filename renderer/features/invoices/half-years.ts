import { type CalendarDate, halfOf, yearOf } from '#shared/calendar/calendar-date.ts'
import { type Half } from '#shared/calendar/period.ts'

export type HalfYear = { year: number; half: Half }

/** The half-year before. */
export function halfBefore({ year, half }: HalfYear): HalfYear {
  return half === 2 ? { year, half: 1 } : { year: year - 1, half: 2 }
}

/** The half-year after. */
export function halfAfter({ year, half }: HalfYear): HalfYear {
  return half === 1 ? { year, half: 2 } : { year: year + 1, half: 1 }
}

/** The latest half-year that is over: the one to send invoices for. */
export function lastFinishedHalf(today: CalendarDate): HalfYear {
  return halfBefore({ year: yearOf(today), half: halfOf(today) })
}
