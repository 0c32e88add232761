import { type CalendarDate, halfOf, yearOf } from '../calendar/calendar-date.ts'
import { type HalfYear } from '../statistics/report-period.ts'
import { type CaseFile } from './case-file.ts'

/** The half-year that a day lies in. */
export function halfYearOf(date: CalendarDate): HalfYear {
  return `${yearOf(date)}-${halfOf(date)}`
}

/** The half-year after this one. */
export function nextHalf(half: HalfYear): HalfYear {
  const year = Number(half.slice(0, 4))
  return half.endsWith('1') ? `${year}-2` : `${year + 1}-1`
}

/**
 * Where a case counts whose half-year was settled before it was written down: in the first half-year after it of which
 * nothing was handed over. `null` when its own is still open.
 */
export function openHalfFor(
  firstContactOn: CalendarDate,
  closedHalves: ReadonlySet<HalfYear>,
): HalfYear | null {
  const own = halfYearOf(firstContactOn)
  let half = own
  while (closedHalves.has(half)) half = nextHalf(half)
  return half === own ? null : half
}

/** The half-year that a case counts in. */
export function countingHalf({ firstContactOn, countsIn }: CaseFile): HalfYear {
  return countsIn ?? halfYearOf(firstContactOn)
}
