import { type CalendarDate, halfOf, yearOf } from '../calendar/calendar-date.ts'
import { type Id } from '../kernel/id.ts'
import { type CaseFile, type Outcome } from './case-file.ts'
import { type Entry } from './entry.ts'
import { highestRung, type LadderRung } from './ladder.ts'
import { type MelderRole } from './roles.ts'
import { mainSubjectOf, type MainSubject } from './subjects.ts'

/** A case with what was written down in it. */
export type WrittenCase = { caseFile: CaseFile; entries: readonly Entry[] }

/**
 * One person who came to the advisor, as a report counts her. `accusedLink` tells that two melders speak of the
 * same person: a cell in which everybody does is as traceable as a cell of one.
 */
export type CountedMelder = {
  melderLink: Id
  accusedLink: Id | null
  subject: MainSubject
  role: MelderRole
  rung: LadderRung
  outcome: Outcome | 'open'
  half: 'first-half' | 'second-half'
}

/**
 * The distinct melders of one organisation whose first contact lies in `year`: somebody who came with two cases
 * counts once. Her main case is the one with the earliest first contact of that year (of two on the same day, the
 * one whose id sorts first, which is drawn at random): its subject, role, outcome and half-year are hers. Her rung
 * is the highest of all her cases of that year. Sorted by link, which says nothing.
 */
export function countMelders(
  cases: readonly WrittenCase[],
  organisationId: Id,
  year: number,
): CountedMelder[] {
  const hers = new Map<Id, WrittenCase[]>()
  cases
    .filter(
      ({ caseFile }) =>
        caseFile.organisationId === organisationId && yearOf(caseFile.firstContactOn) === year,
    )
    .sort(
      ({ caseFile: a }, { caseFile: b }) =>
        a.firstContactOn.localeCompare(b.firstContactOn) || a.id.localeCompare(b.id),
    )
    .forEach((written) => {
      const link = written.caseFile.melderLink
      hers.set(link, [...(hers.get(link) ?? []), written])
    })
  return [...hers]
    .map(([melderLink, written]) => countMelder(melderLink, written))
    .sort((a, b) => a.melderLink.localeCompare(b.melderLink))
}

function countMelder(melderLink: Id, hers: readonly WrittenCase[]): CountedMelder {
  const [main] = hers
  if (main === undefined) throw new Error('a melder has a case')
  const { caseFile } = main
  const [subject = 'not-named'] = caseFile.subjects
  return {
    melderLink,
    accusedLink: hers.map((written) => written.caseFile.accusedLink).find((link) => link !== null) ?? null,
    subject: mainSubjectOf(subject),
    role: caseFile.melderRole,
    rung: highestRung(
      hers.flatMap(({ entries }) =>
        entries.flatMap((entry) => (entry.kind === 'intervention' ? [entry.rung] : [])),
      ),
    ),
    outcome: caseFile.closing?.outcome ?? 'open',
    half: halfNameOf(caseFile.firstContactOn),
  }
}

function halfNameOf(date: CalendarDate): CountedMelder['half'] {
  return halfOf(date) === 1 ? 'first-half' : 'second-half'
}
