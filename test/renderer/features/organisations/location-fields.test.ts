import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { LocationDetails } from '#shared/organisations/location.ts'
import {
  type LocationFields,
  locationFields,
  readLocation,
  worthASecondLook,
} from '../../../../renderer/features/organisations/location-fields.ts'

const organisation = '0'.repeat(26)
const filled: LocationFields = {
  ...locationFields(null, null),
  name: 'KDV Het Verzonnen Bos',
  lrkNumber: '123456782',
  joinedOn: '2026-01-01',
}

describe('a location that is typed by hand', () => {
  it('may have spaces and dots in its number', () => {
    const reading = readLocation({ ...filled, lrkNumber: ' 123.456 782' }, organisation)
    expect(LocationDetails.parse('details' in reading ? reading.details : null).lrkNumber).toBe('123456782')
  })

  it('is kept with a number that fails the check, but worth a second look', () => {
    expect(worthASecondLook('123456789')).toBe(true)
    expect(worthASecondLook('123456782')).toBe(false)
    expect(worthASecondLook('1234')).toBe(false)
    expect(readLocation({ ...filled, lrkNumber: '123456789' }, organisation)).toHaveProperty('details')
  })

  it('is not kept with a number that is too short', () => {
    expect(readLocation({ ...filled, lrkNumber: '12345678' }, organisation)).toEqual({
      errors: { lrkNumber: 'lrk-number' },
    })
  })

  it('does not leave before it joined', () => {
    expect(readLocation({ ...filled, leftOn: '2025-12-31' }, organisation)).toEqual({
      errors: { leftOn: 'left-before-joined' },
    })
  })

  it('joins on the first day of the contract unless another day is typed', () => {
    expect(locationFields(null, calendarDate('2024-01-01')).joinedOn).toBe('2024-01-01')
    expect(readLocation({ ...filled, joinedOn: null, name: ' ' }, organisation)).toEqual({
      errors: { joinedOn: 'joined-missing', name: 'name-missing' },
    })
  })
})
