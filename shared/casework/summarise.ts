import { type CaseFile, type CaseSummary } from './case-file.ts'
import { type Entry } from './entry.ts'
import { entryOrder } from './entry-order.ts'
import { highestRung, type Rung } from './ladder.ts'
import { mainSubjectOf, trackOf } from './subjects.ts'

/**
 * What a list shows of a case and its entries, in any order. A follow-up is open until something was written down
 * on its day or later; closing ends all but those of aftercare.
 */
export function summarise(caseFile: CaseFile, entries: readonly Entry[]): CaseSummary {
  const [subject = 'not-named'] = caseFile.subjects
  const ordered = [...entries].sort(entryOrder)
  const steps = ordered.filter((entry) => entry.kind === 'intervention')
  const rungs: Rung[] = steps.map((step) => step.rung)
  const followUps = steps
    .filter((step) => caseFile.closing === null || step.rung === 'aftercare')
    .flatMap(({ followUpOn }) => (followUpOn === null ? [] : [followUpOn]))
    .filter((followUpOn) => !ordered.some((entry) => entry.on >= followUpOn))
  return {
    id: caseFile.id,
    reference: caseFile.reference,
    organisationId: caseFile.organisationId,
    label: caseFile.label,
    state: caseFile.closing === null ? 'open' : 'closed',
    firstContactOn: caseFile.firstContactOn,
    lastEntryOn: ordered.at(-1)?.on ?? caseFile.firstContactOn,
    melderRole: caseFile.melderRole,
    position: caseFile.position,
    mainSubject: mainSubjectOf(subject),
    subject,
    track: trackOf(subject),
    highestRung: highestRung(rungs),
    lastStep: rungs.at(-1) ?? null,
    followUpOn: followUps.sort()[0] ?? null,
    minutes: ordered.reduce((total, entry) => total + entry.minutes, 0),
    entries: ordered.length,
    isQuestion: caseFile.isQuestion,
    countsIn: caseFile.countsIn,
  }
}
