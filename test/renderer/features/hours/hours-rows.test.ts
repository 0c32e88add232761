import { describe, expect, it } from 'vitest'
import { hoursRows, hoursTotals } from '../../../../renderer/features/hours/hours-rows.ts'
import { organisationDetails } from '../../../support/new-caseload.ts'

const id = (letter: string) => letter.repeat(26)
const organisations = [
  { ...organisationDetails({ name: 'Stichting Zonder Uren' }), id: id('a') },
  { ...organisationDetails({ name: 'Kinderopvang Bundel' }), id: id('b') },
  { ...organisationDetails({ name: 'Kinderopvang Achteraf' }), id: id('c') },
]
const overview = [
  { organisationId: id('a'), firstHalfMinutes: 0, secondHalfMinutes: 0, bundleMinutes: 0 },
  { organisationId: id('b'), firstHalfMinutes: 60, secondHalfMinutes: 90, bundleMinutes: 120 },
  { organisationId: id('c'), firstHalfMinutes: 30, secondHalfMinutes: 0, bundleMinutes: 0 },
]

describe('the hours of a year', () => {
  const rows = hoursRows(overview, organisations)

  it('leave out who has neither hours nor a bundle', () => {
    expect(rows.map(({ name }) => name)).toEqual(['Kinderopvang Achteraf', 'Kinderopvang Bundel'])
  })

  it('tell what a bundle still holds, also when too much was used', () => {
    expect(rows.map(({ total, left }) => [total, left])).toEqual([
      [30, null],
      [150, -30],
    ])
  })

  it('add up', () => {
    expect(hoursTotals(rows)).toEqual({ firstHalf: 90, secondHalf: 90, total: 180 })
  })
})
