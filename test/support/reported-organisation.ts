import { addDays, calendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseDetails } from '#shared/casework/case-file.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type EngagementDetails } from '#shared/organisations/engagement.ts'
import { caseDetails, engagementDetails, type NewCaseload, organisationDetails } from './new-caseload.ts'

/** An organisation under contract of which nobody came yet. */
export async function organisationUnderContract(
  vault: NewCaseload,
  changes: Partial<EngagementDetails> = {},
): Promise<Id> {
  const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
  await vault.must('engagement.save', engagementDetails(id, changes))
  return id
}

/** So many people with a melding each, from a day on and so many days apart; answers their cases. */
export async function comeToReport(
  vault: NewCaseload,
  organisationId: Id,
  people: { count: number; from: string; daysApart: number; as?: (n: number) => Partial<CaseDetails> },
): Promise<Id[]> {
  const ids: Id[] = []
  for (let n = 0; n < people.count; n += 1) {
    const { id } = await vault.must('case.start', {
      details: caseDetails(organisationId, {
        firstContactOn: addDays(calendarDate(people.from), n * people.daysApart),
        melderRole: MELDER_ROLES[(n * n) % MELDER_ROLES.length] ?? 'unknown',
        subjects: [SUB_SUBJECTS[(n * 7) % SUB_SUBJECTS.length] ?? 'bullying'],
        isQuestion: false,
        ...people.as?.(n),
      }),
      note: '',
      minutes: 30,
    })
    ids.push(id)
  }
  return ids
}
