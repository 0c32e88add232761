import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseSummary } from '#shared/casework/case-file.ts'
import { idFrom } from '#shared/kernel/id.ts'

let drawn = 0

/** A case as a list knows it, open and without anything agreed, unless told otherwise. */
export function caseSummary(changes: Partial<CaseSummary> = {}): CaseSummary {
  drawn += 1
  return {
    id: idFrom(new Uint8Array(26).fill(drawn)),
    reference: 'BIVO-72',
    organisationId: idFrom(new Uint8Array(26).fill(1)),
    label: '',
    state: 'open',
    firstContactOn: calendarDate('2026-03-02'),
    lastEntryOn: calendarDate('2026-03-02'),
    melderRole: 'professional',
    position: 'reporting',
    mainSubject: 'treatment',
    subject: 'bullying',
    track: 'undesirable-behaviour',
    highestRung: 'support',
    lastStep: null,
    followUpOn: null,
    minutes: 30,
    entries: 1,
    isQuestion: false,
    countsIn: null,
    ...changes,
  }
}
