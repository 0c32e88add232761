import { describe, expect, it } from 'vitest'
import { KvkNumber } from '#shared/organisations/kvk-number.ts'
import { LocationDetails } from '#shared/organisations/location.ts'
import { sampleLocation } from '../sample-caseload.ts'

const { id: _id, ...details } = sampleLocation(0)
const accepts = (changes: Record<string, unknown>) =>
  LocationDetails.safeParse({ ...details, ...changes }).success

describe('a location', () => {
  it('may leave on the day on which it joined, and not before', () => {
    expect(accepts({ joinedOn: '2026-05-01', leftOn: '2026-05-01' })).toBe(true)
    expect(accepts({ joinedOn: '2026-05-01', leftOn: '2026-04-30' })).toBe(false)
  })

  it('is of a type that the register still has', () => {
    expect(['KDV', 'BSO', 'GOB', 'VGO'].every((type) => accepts({ type }))).toBe(true)
    expect(accepts({ type: 'PSZ' })).toBe(false)
  })

  it('has a name and a number of nine digits, and nothing that nobody asked for', () => {
    expect(accepts({ name: ' ' })).toBe(false)
    expect(accepts({ lrkNumber: '1234' })).toBe(false)
    expect(accepts({ caseId: 'x' })).toBe(false)
  })
})

describe('a KvK number', () => {
  it('is eight digits', () => {
    expect(KvkNumber.safeParse('01234567').success).toBe(true)
    for (const text of ['1234567', '123456789', '1234 5678', ''])
      expect(KvkNumber.safeParse(text).success).toBe(false)
  })
})
