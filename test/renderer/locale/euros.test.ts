import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { euros, eurosInField, readEuros } from '../../../renderer/locale/euros.ts'

describe('an amount that the advisor types', () => {
  it.each([
    ['149', 149_00],
    ['149,00', 149_00],
    ['149,5', 149_50],
    ['149.00', 149_00],
    ['€ 149,00', 149_00],
    ['€149', 149_00],
    ['149,-', 149_00],
    ['149,--', 149_00],
    ['1.490', 1_490_00],
    ['1.490,00', 1_490_00],
    ['1490,05', 1_490_05],
    ['  0,99 ', 99],
    ['0', 0],
  ])('is read from "%s"', (typed, expected) => {
    expect(readEuros(typed)).toBe(expected)
  })

  it.each(['', 'gratis', '149,000', '1.49,00', '14.90.00', '-149', '149 of 150', ',50', '99999999999'])(
    'is not guessed from "%s"',
    (typed) => {
      expect(readEuros(typed)).toBeNull()
    },
  )

  it('reads back whatever a field shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (amount) => {
        expect(readEuros(eurosInField(amount))).toBe(amount)
        expect(readEuros(euros(amount))).toBe(amount)
      }),
    )
  })
})
