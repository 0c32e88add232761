import { describe, expect, it } from 'vitest'
import { type ReportExplanation } from '#shared/statistics/report-explanation.ts'
import { explanationText } from '../../../renderer/locale/report-explanations.ts'

const policy = { dimension: 'subject', categories: ['policy'] }
const treatment = { dimension: 'subject', categories: ['treatment'] }
const everybody = { dimension: 'total', categories: [] }

function explained(changes: Partial<ReportExplanation>): ReportExplanation {
  return {
    ...treatment,
    reason: 'protects-others',
    terms: [
      { ...everybody, sign: 1, value: 27 },
      { ...treatment, sign: -1, value: 13 },
      { ...policy, sign: -1, value: 12 },
    ],
    divisor: 1,
    min: 2,
    max: 2,
    ...changes,
  }
}

describe('the explanation of a hidden row', () => {
  it('says which row it is about', () => {
    expect(explanationText.row(explained({}))).toBe('Onderwerp, bejegening')
  })

  it('writes out the sum that somebody could make', () => {
    expect(explanationText.why(explained({}))).toBe(
      'Als hier een getal stond, kon iemand uitrekenen dat een ander getal precies 2 is: ' +
        '27 (totaal) − 13 (bejegening) − 12 (beleid en organisatie) = 2.',
    )
  })

  it('says between which numbers another one would lie, or above which', () => {
    const own = { dimension: 'own-melding', categories: [], sign: -1 as const, value: 1 }
    const open = explained({ min: 2, max: null })
    expect(explanationText.why(open)).toContain('een ander getal ten minste 2 is')
    const between = explained({ terms: [{ ...everybody, sign: 1, value: 6 }, own], divisor: 2, max: 4 })
    expect(explanationText.why(between)).toBe(
      'Als hier een getal stond, kon iemand uitrekenen dat een ander getal tussen 2 en 4 ligt.',
    )
  })

  it('says of a small row how small it is, and of an earlier hidden one that it was', () => {
    expect(explanationText.why(explained({ reason: 'too-few', min: 1, max: 1 }))).toContain(
      'om 1 melder gaat',
    )
    expect(explanationText.why(explained({ reason: 'hidden-before' }))).toContain('eerdere cijfers')
  })
})
