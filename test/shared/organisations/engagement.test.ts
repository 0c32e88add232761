import { describe, expect, it } from 'vitest'
import { EngagementDetails } from '#shared/organisations/engagement.ts'
import { sampleEngagement } from '../sample-caseload.ts'

const { id: _id, ...details } = sampleEngagement()

function refusedFields(changes: Record<string, unknown>): string[] {
  const read = EngagementDetails.safeParse({ ...details, ...changes })
  return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))
}

describe('the contract with an organisation', () => {
  it('may last one day, or for ever', () => {
    expect(refusedFields({ startsOn: '2026-01-01', endsOn: '2026-01-01' })).toEqual([])
    expect(refusedFields({ endsOn: null })).toEqual([])
  })

  it('does not end before it starts', () => {
    expect(refusedFields({ startsOn: '2026-01-02', endsOn: '2026-01-01' })).toEqual(['endsOn'])
  })

  it('takes a threshold of 3 only with a reason', () => {
    expect(refusedFields({ threshold: 3 })).toEqual(['thresholdReason'])
    expect(refusedFields({ threshold: 3, thresholdReason: '  ' })).toEqual(['thresholdReason'])
    expect(refusedFields({ threshold: 3, thresholdReason: 'Afgesproken met de OR' })).toEqual([])
  })

  it.each([0, 1, 2, 4, 6, -5])('takes no threshold of %i, whatever the reason', (threshold) => {
    expect(refusedFields({ threshold, thresholdReason: 'Zomaar' })).toEqual(['threshold'])
  })

  it('is strict only from ten upward', () => {
    expect(refusedFields({ preset: 'strict', threshold: 5 })).toEqual(['threshold'])
    expect(refusedFields({ preset: 'strict', threshold: 10 })).toEqual([])
  })

  it('has no price below nothing and no broken cents', () => {
    expect(refusedFields({ priceCents: -1 })).toEqual(['priceCents'])
    expect(refusedFields({ hourlyRateCents: -85_00 })).toEqual(['hourlyRateCents'])
    expect(refusedFields({ priceCents: 149.5 })).toEqual(['priceCents'])
    expect(refusedFields({ priceCents: 0 })).toEqual([])
  })
})
