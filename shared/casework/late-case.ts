import { type CalendarDate, halfOf, yearOf } from '../calendar/calendar-date.ts'
import { type Id } from '../kernel/id.ts'
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

const yearOfHalf = (half: HalfYear): string => half.slice(0, 4)

/**
 * A case that a report counted and one of another melder that a report counted too, of the same organisation and year:
 * those figures say two people, so that the two cannot become one. `null` where no report told them apart.
 */
export function countedApart(
  cases: readonly CaseFile[],
  [one, other]: readonly [Id, Id],
): readonly [CaseFile, CaseFile] | null {
  const counted = (link: Id) =>
    cases.filter(({ melderLink, countedAs }) => melderLink === link && countedAs !== null)
  if (one === other) return null
  for (const first of counted(one))
    for (const second of counted(other))
      if (
        first.organisationId === second.organisationId &&
        yearOfHalf(countingHalf(first)) === yearOfHalf(countingHalf(second))
      )
        return [first, second]
  return null
}

/**
 * Those of the cases that would count in a half-year that was settled without them, moved to the next one that is open.
 * They counted together with another case of their melder until that turned out to be somebody else's, or was
 * destroyed. A question counts nowhere and stays.
 */
export function movedOn(
  cases: readonly CaseFile[],
  closedHalves: (organisationId: Id) => ReadonlySet<HalfYear>,
): CaseFile[] {
  return cases
    .filter((own) => {
      const half = countingHalf(own)
      if (own.isQuestion || own.countedAs !== null || !closedHalves(own.organisationId).has(half))
        return false
      return !cases.some(
        (other) =>
          other.countedAs !== null &&
          other.melderLink === own.melderLink &&
          other.organisationId === own.organisationId &&
          yearOfHalf(countingHalf(other)) === yearOfHalf(half),
      )
    })
    .map((own) => ({ ...own, countsIn: openHalfFor(own.firstContactOn, closedHalves(own.organisationId)) }))
}
