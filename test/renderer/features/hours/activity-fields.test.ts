import { describe, expect, it } from 'vitest'
import { ActivityDetails } from '#shared/activities/activity.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import {
  type ActivityFields,
  activityFields,
  readActivity,
} from '../../../../renderer/features/hours/activity-fields.ts'

const today = calendarDate('2026-03-02')
const filled: ActivityFields = {
  ...activityFields(null, today),
  kind: 'information-session',
  forWhom: '0'.repeat(26),
  minutes: '1:30',
  description: 'Kennismaking op de teamdag',
}

function errorsOf(fields: Partial<ActivityFields>) {
  const reading = readActivity({ ...filled, ...fields }, today)
  return 'errors' in reading ? reading.errors : {}
}

function detailsOf(fields: Partial<ActivityFields>): ActivityDetails {
  const reading = readActivity({ ...filled, ...fields }, today)
  return ActivityDetails.parse('details' in reading ? reading.details : null)
}

describe('an activity that is typed in', () => {
  it('is one of today that is paid and reported, unless something else is said', () => {
    expect(detailsOf({})).toMatchObject({
      on: today,
      minutes: 90,
      billable: true,
      inReport: true,
      reach: null,
    })
  })

  it('does not take no time at all, nor more than a day', () => {
    expect(errorsOf({ minutes: '0' })).toEqual({ minutes: 'duration-nothing' })
    expect(errorsOf({ minutes: '25:00' })).toEqual({ minutes: 'duration-too-long' })
    expect(errorsOf({ minutes: '24:00' })).toEqual({})
    expect(errorsOf({ minutes: '' })).toEqual({ minutes: 'duration' })
  })

  it('happened neither in 1900 nor tomorrow', () => {
    expect(errorsOf({ on: '1900-01-01' })).toEqual({ on: 'date-too-old' })
    expect(errorsOf({ on: '2026-03-03' })).toEqual({ on: 'date-in-future' })
    expect(errorsOf({ on: null })).toEqual({ on: 'day-missing' })
  })

  it('is for somebody, of some kind, and says what it was', () => {
    expect(errorsOf({ kind: null, forWhom: null, description: '  ' })).toEqual({
      kind: 'kind-missing',
      forWhom: 'whom-missing',
      description: 'description-missing',
    })
  })

  it('is billed to nobody when the advisor did it for herself', () => {
    expect(detailsOf({ forWhom: 'own' })).toMatchObject({ organisationId: null, billable: false })
  })

  it('is never reported when a case gave rise to it', () => {
    expect(detailsOf({ becauseOfCase: true, inReport: true }).inReport).toBe(false)
  })

  it('counts people, or nobody counted', () => {
    expect(detailsOf({ reach: '24' }).reach).toBe(24)
    expect(errorsOf({ reach: 'een stuk of tien' })).toEqual({ reach: 'reach' })
  })
})
