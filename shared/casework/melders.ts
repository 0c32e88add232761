import { type Id } from '../kernel/id.ts'
import { halvesOf, type HalfYear, type ReportPeriod, yearsOf } from '../statistics/report-period.ts'
import { type CaseFile, type CountedAs, type Outcome } from './case-file.ts'
import { type Entry } from './entry.ts'
import { highestRung, type LadderRung } from './ladder.ts'
import { countingHalf } from './late-case.ts'
import { type MelderRole } from './roles.ts'
import { type SubSubject } from './subjects.ts'

/** A case with what was written down in it. */
export type WrittenCase = { caseFile: CaseFile; entries: readonly Entry[] }

/** Where a case is of no location in particular. */
export const NO_LOCATION = 'none'

/**
 * One person who came to the advisor, as a report counts her. `accusedLink` tells that two melders speak of the
 * same person: a cell in which everybody does is as traceable as a cell of one.
 */
export type CountedMelder = {
  organisationId: Id
  melderLink: Id
  accusedLink: Id | null
  subject: SubSubject
  role: MelderRole
  rung: LadderRung
  outcome: Outcome | 'open'
  /** The location of her main case, or `NO_LOCATION`. */
  location: string
  /** The half-year of her main case. */
  time: HalfYear
  /** The contribution of the colleague who counted her; left out for one's own. */
  countedBy?: Id
}

/** With everything that a year counts by. */
type CountedNow = CountedAs & { rung: LadderRung; outcome: Outcome | 'open' }

/**
 * The distinct melders of one organisation whose main case counts in `period`: somebody who came with two cases in a
 * year counts once in it, and in a block of years once in each. Her main case is the one that a settled report counted,
 * else that of the earliest half-year, within it of the earliest first contact (of two on the same day, the one whose
 * id sorts first, which is drawn at random): its subject, role, location, outcome and half-year are hers. Her rung is the highest of all her cases of
 * that year. Questions are no meldings. Sorted by link, which says nothing, and year.
 */
export function countMelders(
  cases: readonly WrittenCase[],
  organisationId: Id,
  period: ReportPeriod,
): CountedMelder[] {
  return mainCases(cases, organisationId, period).map(({ main, all }) => countedMelder(main.caseFile, all))
}

/** The main case of every melder that counts in a period, with all her cases of that year, the main one first. */
export function mainCases(
  cases: readonly WrittenCase[],
  organisationId: Id,
  period: ReportPeriod,
): { main: WrittenCase; all: WrittenCase[] }[] {
  const halves = new Set(halvesOf(period))
  const own = cases
    .filter(({ caseFile }) => caseFile.organisationId === organisationId && isCounted(caseFile))
    .sort(({ caseFile: a }, { caseFile: b }) => mainFirst(a, b))
  return yearsOf(period)
    .flatMap((year) => {
      const hers = new Map<Id, WrittenCase[]>()
      for (const written of own) {
        if (!countingHalf(written.caseFile).startsWith(`${year}-`)) continue
        const link = written.caseFile.melderLink
        hers.set(link, [...(hers.get(link) ?? []), written])
      }
      return [...hers.values()].flatMap((all) => {
        const [main] = all
        return main !== undefined && halves.has(countingHalf(main.caseFile)) ? [{ main, all }] : []
      })
    })
    .sort((a, b) => a.main.caseFile.melderLink.localeCompare(b.main.caseFile.melderLink))
}

/** A question is no melding, unless it was counted as one in a report that is out. */
function isCounted({ isQuestion, countedAs }: CaseFile): boolean {
  return !isQuestion || countedAs !== null
}

function mainFirst(a: CaseFile, b: CaseFile): number {
  return (
    Number(a.countedAs === null) - Number(b.countedAs === null) ||
    countingHalf(a).localeCompare(countingHalf(b)) ||
    a.firstContactOn.localeCompare(b.firstContactOn) ||
    a.id.localeCompare(b.id)
  )
}

/** What her main case counts as: what a settled report counted it as, and else as it stands. `hers` are all of the year. */
export function countsAs(main: CaseFile, hers: readonly WrittenCase[]): CountedNow {
  const [subject = 'not-named'] = main.subjects
  const rungs = hers.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'intervention' ? [entry.rung] : [])),
  )
  const before = main.countedAs
  return {
    subject: before?.subject ?? subject,
    role: before?.role ?? main.melderRole,
    locationId: before === null ? main.locationId : before.locationId,
    rung: before?.rung ?? highestRung(rungs),
    outcome: before?.outcome ?? main.closing?.outcome ?? 'open',
  }
}

function countedMelder(main: CaseFile, hers: readonly WrittenCase[]): CountedMelder {
  const counted = countsAs(main, hers)
  return {
    organisationId: main.organisationId,
    melderLink: main.melderLink,
    accusedLink: hers.map((written) => written.caseFile.accusedLink).find((link) => link !== null) ?? null,
    subject: counted.subject,
    role: counted.role,
    rung: counted.rung,
    outcome: counted.outcome,
    location: counted.locationId ?? NO_LOCATION,
    time: countingHalf(main),
  }
}
