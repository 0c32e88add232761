import { halfPeriod, type Period, yearPeriod } from '#shared/calendar/period.ts'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { shortPeriod } from './dates.ts'

function same(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}

/** The period of an invoice in a list: `2026`, `1e helft 2026`, or both days when it is neither. */
export function supplyPeriod(period: Period): string {
  const year = yearOf(period.from)
  if (same(period, yearPeriod(year))) return String(year)
  if (same(period, halfPeriod(year, 1))) return `1e helft ${year}`
  if (same(period, halfPeriod(year, 2))) return `2e helft ${year}`
  return shortPeriod(period)
}
