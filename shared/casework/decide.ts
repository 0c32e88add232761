import { type CalendarDate } from '../calendar/calendar-date.ts'
import { refuseImplausible } from '../calendar/plausible-date.ts'
import { type Id } from '../kernel/id.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { type HalfYear } from '../statistics/report-period.ts'
import { type CaseDetails, type CaseFile, type Closing } from './case-file.ts'
import { type Entry, type EntryDetails } from './entry.ts'
import { isOutward } from './ladder.ts'
import { countingHalf, halfYearOf, openHalfFor } from './late-case.ts'
import { readsAsQuestion } from './subjects.ts'

type DateRefusal = Refusal<'date-in-future' | 'date-too-old'>

/** Names and links that the caller drew at random for a new case. */
export type CaseNames = { id: Id; reference: string; melderLink: Id; accusedLink: Id | null }

/**
 * A new case, or why it cannot be: a day in the future, or before 2000. `closedHalves` are the half-years of its
 * organisation whose figures were handed over: it counts in the first one after them.
 */
export function openCase(
  details: CaseDetails,
  names: CaseNames,
  today: CalendarDate,
  closedHalves: ReadonlySet<HalfYear>,
): CaseFile | DateRefusal {
  const implausible =
    refuseImplausible(details.firstContactOn, today, 'firstContactOn') ??
    (details.privacyToldOn && refuseImplausible(details.privacyToldOn, today, 'privacyToldOn'))
  if (implausible) return implausible
  const { sameMelderAs: _melder, sameAccusedAs: _accused, isQuestion, ...kept } = details
  return {
    ...kept,
    ...names,
    isQuestion: isQuestion ?? readsAsQuestion(details.subjects),
    closing: null,
    countsIn: openHalfFor(details.firstContactOn, closedHalves),
    countedAs: null,
  }
}

/**
 * The same case with other details and the links given, or why not: its first contact would lie after what was
 * written down, or after its closing. It goes on counting where it counted, unless its first contact moves to another
 * half-year, it turns out to be of another organisation, or a question becomes a melding: then as a new case would
 * (`closedHalves`). What a settled report counted stays where that counted it, whatever its first contact becomes: a
 * day that moves from 30 June to 1 July would make the figures of the first half untrue. For the same reason it stays
 * with its organisation (`case-counted`).
 */
export function changeCase(
  caseFile: CaseFile,
  details: CaseDetails,
  links: Pick<CaseNames, 'melderLink' | 'accusedLink'>,
  entries: readonly Entry[],
  today: CalendarDate,
  closedHalves: ReadonlySet<HalfYear>,
):
  | CaseFile
  | DateRefusal
  | Refusal<'entry-before-first-contact' | 'closing-before-last-entry' | 'case-counted'> {
  const isSameOrganisation = details.organisationId === caseFile.organisationId
  const wasCounted = caseFile.countedAs !== null
  if (wasCounted && !isSameOrganisation) return refuse('case-counted', 'organisationId')
  const names = { id: caseFile.id, reference: caseFile.reference, ...links }
  const changed = openCase(details, names, today, closedHalves)
  if ('refused' in changed) return changed
  if (entries.some((entry) => entry.on < details.firstContactOn))
    return refuse('entry-before-first-contact', 'firstContactOn')
  if (caseFile.closing !== null && caseFile.closing.on < details.firstContactOn)
    return refuse('closing-before-last-entry', 'firstContactOn')
  const hasSameSubjects = details.subjects.join() === caseFile.subjects.join()
  const isQuestion = details.isQuestion ?? (hasSameSubjects ? caseFile.isQuestion : changed.isQuestion)
  const half = halfYearOf(details.firstContactOn)
  const counting = countingHalf(caseFile)
  const kept = { ...changed, closing: caseFile.closing, isQuestion }
  if (wasCounted)
    return { ...kept, countsIn: counting === half ? null : counting, countedAs: caseFile.countedAs }
  const stays =
    isSameOrganisation && half === halfYearOf(caseFile.firstContactOn) && (isQuestion || !caseFile.isQuestion)
  return stays ? { ...kept, countsIn: caseFile.countsIn } : kept
}

/**
 * A contact or step that is written down, or why not: nothing happens in a case after the day of its closing
 * (aftercare excepted; what happened before may be written down late), a step outward needs the melder's consent,
 * and a step that she refused was not taken. `place` is its id and its order among the entries of the case.
 */
export function writeEntry(
  caseFile: CaseFile,
  details: EntryDetails,
  place: Pick<Entry, 'id' | 'order'>,
  today: CalendarDate,
):
  | Entry
  | DateRefusal
  | Refusal<
      | 'case-closed'
      | 'consent-missing'
      | 'consent-refused'
      | 'destination-missing'
      | 'entry-before-first-contact'
      | 'follow-up-before-step'
    > {
  const implausible = refuseImplausible(details.on, today, 'on')
  if (implausible) return implausible
  if (details.on < caseFile.firstContactOn) return refuse('entry-before-first-contact', 'on')
  if (caseFile.closing !== null && !isAftercare(details) && details.on > caseFile.closing.on)
    return refuse('case-closed', 'on')
  if (details.kind === 'intervention') {
    if (isOutward(details.rung)) {
      if (details.consent === 'not-needed') return refuse('consent-missing', 'consent')
      if (details.consent === 'refused') return refuse('consent-refused', 'consent')
    }
    if ((details.rung === 'escalation' || details.rung === 'referral') && details.destination === null)
      return refuse('destination-missing', 'destination')
    // A slip of the fingers (`0202`) would be late at once.
    if (details.followUpOn !== null && details.followUpOn < details.on)
      return refuse('follow-up-before-step', 'followUpOn')
  }
  return { ...details, ...place, caseId: caseFile.id }
}

function isAftercare(entry: EntryDetails | Entry): boolean {
  return entry.kind === 'intervention' && entry.rung === 'aftercare'
}

/** The closed case, or why it stays open. Aftercare may come later than the closing. */
export function closeCase(
  caseFile: CaseFile,
  closing: Closing,
  entries: readonly Entry[],
  today: CalendarDate,
): CaseFile | DateRefusal | Refusal<'case-closed' | 'closing-before-last-entry'> {
  if (caseFile.closing !== null) return refuse('case-closed')
  const implausible = refuseImplausible(closing.on, today, 'on')
  if (implausible) return implausible
  const earlier = entries.every((entry) => entry.on <= closing.on || isAftercare(entry))
  if (closing.on < caseFile.firstContactOn || !earlier) return refuse('closing-before-last-entry', 'on')
  return { ...caseFile, closing }
}

/** The case opened again: somebody called back. */
export function reopenCase(caseFile: CaseFile): CaseFile | Refusal<'case-open'> {
  return caseFile.closing === null ? refuse('case-open') : { ...caseFile, closing: null }
}
