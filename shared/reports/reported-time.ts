import { halfPeriod, type Period, span } from '../calendar/period.ts'
import { halvesOf, type HalfYear, type ReportPeriod } from '../statistics/report-period.ts'

/** A whole year as the period of a report. */
export function wholeYear(year: number): ReportPeriod {
  return { year, half: null }
}

/** True for a report of exactly this year: no half of it, no block that holds it. */
export function isOfYear(period: ReportPeriod, year: number): boolean {
  return 'year' in period && period.half === null && period.year === year
}

/** The year that a period ends in. */
export function lastYearOf(period: ReportPeriod): number {
  return 'year' in period ? period.year : period.to
}

/** The same period one year earlier, which its figures stand beside; a block of years has none. */
export function oneYearEarlier(period: ReportPeriod): ReportPeriod | null {
  return 'year' in period ? { ...period, year: period.year - 1 } : null
}

/** First and last day of a half-year. */
export function daysOfHalf(half: HalfYear): Period {
  return halfPeriod(Number(half.slice(0, 4)), half.endsWith('1') ? 1 : 2)
}

/** First and last day of a period. */
export function daysOf(period: ReportPeriod): Period {
  return span(halvesOf(period).map(daysOfHalf))
}
