import { describe, expect, it } from 'vitest'
import { NEW_PRACTICE, Practice } from '#shared/practice/practice.ts'
import {
  type PracticeFields,
  practiceFields,
  readPractice,
} from '../../../../renderer/features/settings/practice-fields.ts'

const empty = practiceFields(NEW_PRACTICE, 2026)

function errorsOf(fields: Partial<PracticeFields>) {
  const reading = readPractice({ ...empty, ...fields })
  return 'errors' in reading ? reading.errors : {}
}

describe('the settings', () => {
  it('may be kept while hardly anything is filled in', () => {
    const reading = readPractice(empty)
    expect(Practice.parse('details' in reading ? reading.details : null)).toEqual(NEW_PRACTICE)
  })

  it('keep an IBAN without the spaces that it was typed with', () => {
    expect(readPractice({ ...empty, iban: 'nl91 abna 0417 1643 00' })).toMatchObject({
      details: { iban: 'NL91ABNA0417164300' },
    })
  })

  it('show a kept IBAN in groups of four', () => {
    expect(practiceFields({ ...NEW_PRACTICE, iban: 'NL91ABNA0417164300' }, 2026).iban).toBe(
      'NL91 ABNA 0417 1643 00',
    )
  })

  it('refuse an IBAN with two digits exchanged', () => {
    expect(errorsOf({ iban: 'NL91 ABNA 0417 1634 00' })).toEqual({ iban: 'iban' })
  })

  it('keep the number of the last invoice from elsewhere with its year, and ask for it anew the next', () => {
    expect(readPractice({ ...empty, lastNumberElsewhere: 14 })).toMatchObject({
      details: { numberedElsewhere: { year: 2026, last: 14 } },
    })
    const kept = { ...NEW_PRACTICE, numberedElsewhere: { year: 2026, last: 14 } }
    expect(practiceFields(kept, 2026).lastNumberElsewhere).toBe(14)
    expect(practiceFields(kept, 2027).lastNumberElsewhere).toBe(null)
    expect(errorsOf({ lastNumberElsewhere: 0 })).toEqual({ lastNumberElsewhere: 'last-number' })
    expect(errorsOf({ lastNumberElsewhere: 9001 })).toEqual({ lastNumberElsewhere: 'last-number' })
  })

  it('refuse numbers that cannot be', () => {
    expect(errorsOf({ kvkNumber: '1234' })).toEqual({ kvkNumber: 'kvk-number' })
    expect(errorsOf({ paymentDays: 121, idleMinutes: 0 })).toEqual({
      paymentDays: 'payment-days',
      idleMinutes: 'idle-minutes',
    })
    expect(errorsOf({ reachability: 'x'.repeat(2001) })).toEqual({ reachability: 'text-too-long' })
  })
})
