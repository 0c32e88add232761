import { describe, expect, it } from 'vitest'
import { isRefusal, refuse } from '#shared/kernel/refusal.ts'

describe('a refusal', () => {
  it('names the reason, and the fields where there are any', () => {
    expect(refuse('consent-missing')).toEqual({ refused: 'consent-missing' })
    expect(refuse('practice-incomplete', 'iban', 'vatId')).toEqual({
      refused: 'practice-incomplete',
      fields: ['iban', 'vatId'],
    })
  })

  it('is known again after it crossed a port', () => {
    expect(isRefusal(structuredClone(refuse('case-open')))).toBe(true)
  })

  it.each([null, undefined, 'refused', 0, [], { id: 1 }])('is not %j', (value) => {
    expect(isRefusal(value)).toBe(false)
  })
})
