import { describe, expect, it } from 'vitest'
import { ACTIVITY_KINDS, Activity, ActivityDetails } from '#shared/activities/activity.ts'
import { ORGANISATION, sampleId } from '../sample-caseload.ts'

const session = {
  organisationId: ORGANISATION,
  kind: 'information-session',
  on: '2025-09-03',
  minutes: 90,
  description: 'Introductie van stagiaires',
  withWhom: '',
  reach: 25,
  billable: true,
  inReport: true,
  becauseOfCase: false,
}
const accepts = (changes: Record<string, unknown>) =>
  ActivityDetails.safeParse({ ...session, ...changes }).success

describe('an activity', () => {
  it('can be of every kind that an advisor reports', () => {
    expect(ACTIVITY_KINDS.every((kind) => accepts({ kind }))).toBe(true)
    expect(Activity.safeParse({ ...session, id: sampleId(1) }).success).toBe(true)
  })

  it('can be the advisor’s own, with an unknown reach', () => {
    expect(accepts({ organisationId: null, kind: 'peer-review', reach: null, billable: false })).toBe(true)
  })

  it('says what it was, and took at least a minute and at most a day', () => {
    expect(accepts({ description: '' })).toBe(false)
    expect([0, 1441].map((minutes) => accepts({ minutes }))).toEqual([false, false])
    expect([1, 1440].map((minutes) => accepts({ minutes }))).toEqual([true, true])
  })

  it('reaches no negative or broken number of people', () => {
    expect([-1, 2.5].map((reach) => accepts({ reach }))).toEqual([false, false])
    expect(accepts({ reach: 0 })).toBe(true)
  })

  it('has no field that names a case', () => {
    expect(accepts({ caseId: sampleId(9) })).toBe(false)
  })
})
