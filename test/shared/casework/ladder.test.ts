import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestRung, isOutward, LADDER, RUNGS } from '#shared/casework/ladder.ts'

const steps = fc.array(fc.constantFrom(...RUNGS), { maxLength: 12 })

describe('the ladder', () => {
  it('leads from support by information, bemiddeling and mediation to escalation', () => {
    expect(LADDER).toEqual(['support', 'information-and-advice', 'conciliation', 'mediation', 'escalation'])
  })

  it('tells bemiddeling from mediation', () => {
    expect(highestRung(['conciliation'])).toBe('conciliation')
    expect(highestRung(['mediation', 'conciliation'])).toBe('mediation')
  })

  it('counts listening alone, and steps beside the ladder, as support', () => {
    expect(highestRung([])).toBe('support')
    expect(highestRung(['accompaniment', 'referral', 'aftercare'])).toBe('support')
  })

  it('has the same highest rung in whatever order it was walked', () => {
    fc.assert(
      fc.property(steps, (walked) => {
        const highest = highestRung(walked)
        expect(highestRung([...walked].reverse())).toBe(highest)
        for (const rung of LADDER.slice(LADDER.indexOf(highest) + 1)) expect(walked).not.toContain(rung)
        if (highest !== 'support') expect(walked).toContain(highest)
      }),
    )
  })

  it('asks consent for every step that reaches somebody else', () => {
    expect(RUNGS.filter((rung) => !isOutward(rung))).toEqual([
      'support',
      'information-and-advice',
      'aftercare',
    ])
  })
})
