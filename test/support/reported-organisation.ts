import { addDays, calendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseDetails } from '#shared/casework/case-file.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type EngagementDetails } from '#shared/organisations/engagement.ts'
import { type LocationDetails } from '#shared/organisations/location.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { caseDetails, engagementDetails, type NewCaseload, organisationDetails } from './new-caseload.ts'

let lastLrkNumber = 300_000_000

/** An organisation under contract of which nobody came yet. */
export async function organisationUnderContract(
  vault: NewCaseload,
  changes: Partial<EngagementDetails> = {},
): Promise<Id> {
  const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
  await vault.must('engagement.save', engagementDetails(id, changes))
  return id
}

/** A location of an organisation, under contract since 2022 unless told otherwise; answers its id. */
export async function locationOf(
  vault: NewCaseload,
  organisationId: Id,
  changes: Partial<LocationDetails>,
): Promise<Id> {
  lastLrkNumber += 1
  const { id } = await vault.must('location.save', {
    id: null,
    details: {
      organisationId,
      name: `Locatie ${lastLrkNumber}`,
      lrkNumber: LrkNumber.parse(String(lastLrkNumber).padStart(9, '0')),
      type: 'KDV',
      address: { street: '', postcode: '', city: 'Nergenshuizen' },
      costCentre: '',
      joinedOn: calendarDate('2022-01-01'),
      leftOn: null,
      ...changes,
    },
  })
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
