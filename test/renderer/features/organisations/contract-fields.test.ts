import { describe, expect, it } from 'vitest'
import { EngagementDetails } from '#shared/organisations/engagement.ts'
import {
  type ContractFields,
  contractFields,
  readContract,
  withPreset,
  withReachable,
} from '../../../../renderer/features/organisations/contract-fields.ts'

const organisation = '0'.repeat(26)
const filled: ContractFields = {
  ...contractFields(null),
  startsOn: '2026-01-01',
  hourlyRate: '85',
  reachable: '120',
}

function errorsOf(fields: Partial<ContractFields>) {
  const reading = readContract({ ...filled, ...fields }, organisation)
  return 'errors' in reading ? reading.errors : {}
}

describe('a contract that the advisor fills in', () => {
  it('starts at € 149,00 for each LRK number', () => {
    expect(contractFields(null).price).toBe('149,00')
  })

  it('becomes what the vault keeps', () => {
    const reading = readContract({ ...filled, hoursBilling: 'bundle', bundleHours: '7,5' }, organisation)
    expect(EngagementDetails.parse('details' in reading ? reading.details : null)).toMatchObject({
      priceCents: 149_00,
      hourlyRateCents: 85_00,
      bundleMinutes: 450,
      reachableCount: 120,
      threshold: 5,
    })
  })

  it('forgets the bundle when hours are billed afterwards', () => {
    const reading = readContract({ ...filled, bundleHours: '20' }, organisation)
    expect(reading).toMatchObject({ details: { bundleMinutes: 0 } })
  })

  it('says of each field what is wrong with it', () => {
    expect(errorsOf({ startsOn: null, price: 'gratis', hourlyRate: '8,555', reachable: 'veel' })).toEqual({
      startsOn: 'start-missing',
      price: 'amount',
      hourlyRate: 'amount',
      reachable: 'people',
    })
    expect(errorsOf({ hoursBilling: 'bundle', bundleHours: 'een paar' })).toEqual({
      bundleHours: 'bundle-hours',
    })
    expect(errorsOf({ endsOn: '2025-12-31' })).toEqual({ endsOn: 'end-before-start' })
    expect(errorsOf({ startsOn: '1926-01-01' })).toEqual({ startsOn: 'date-too-old' })
  })

  it('asks why when the threshold is 3', () => {
    expect(errorsOf({ threshold: 3 })).toEqual({ thresholdReason: 'reason-missing' })
    expect(errorsOf({ threshold: 3, thresholdReason: 'Afgesproken met de directie' })).toEqual({})
  })

  it('reads back a contract that was kept', () => {
    const reading = readContract(filled, organisation)
    if (!('details' in reading)) throw new Error('not read')
    const again = contractFields({ ...reading.details, id: organisation })
    expect(readContract(again, organisation)).toEqual(reading)
  })
})

describe('the care that a contract proposes', () => {
  it('follows the number of people until the advisor chooses', () => {
    const few = withReachable(filled, '49')
    expect(few.preset).toBe('careful')
    const many = withReachable(few, '50')
    expect(many.preset).toBe('ordinary')
    const chosen = withPreset(many, 'careful')
    expect(withReachable(chosen, '5000').preset).toBe('careful')
  })

  it('moves nothing while the number is half typed', () => {
    expect(withReachable(withReachable(filled, '49'), '').preset).toBe('careful')
  })

  it('takes 10 along with Streng and 5 with the others', () => {
    const strict = withPreset(filled, 'strict')
    expect(strict.threshold).toBe(10)
    expect(withPreset(strict, 'careful').threshold).toBe(5)
  })

  it('leaves a threshold of 3 alone when the number of people is mended afterwards', () => {
    const chosen: ContractFields = {
      ...withReachable(filled, '30'),
      threshold: 3,
      thresholdReason: 'Afgesproken',
    }
    expect(withReachable(chosen, '80')).toMatchObject({
      preset: 'ordinary',
      threshold: 3,
      presetChosen: false,
    })
  })
})
