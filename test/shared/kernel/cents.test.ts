import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, negated, proportion, sumCents } from '#shared/kernel/cents.ts'

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(cents)
const share = fc
  .integer({ min: 1, max: 366 })
  .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))

describe('a proportion of an amount', () => {
  it.each([
    [149_00, 183, 365, 74_70],
    [149_00, 365, 365, 149_00],
    [149_00, 1, 366, 41],
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [149_00, 100, 121, 123_14],
    [0, 5, 7, 0],
  ])('of %i cents times %i out of %i is %i cents', (of, numerator, denominator, result) => {
    expect(proportion(cents(of), numerator, denominator)).toBe(result)
  })

  it('is never more than half a cent off', () => {
    fc.assert(
      fc.property(amount, share, (of, [part, whole]) => {
        expect(Math.abs(2 * (proportion(of, part, whole) * whole - of * part))).toBeLessThanOrEqual(whole)
      }),
    )
  })

  it('is as large for what is taken back as for what was charged', () => {
    fc.assert(
      fc.property(amount, share, (of, [part, whole]) => {
        expect(proportion(negated(of), part, whole)).toBe(negated(proportion(of, part, whole)))
      }),
    )
  })

  it('is not made of half numbers', () => {
    expect(() => proportion(cents(100), 1.5, 2)).toThrow()
    expect(() => proportion(cents(100), 1, 0)).toThrow()
  })
})

describe('amounts', () => {
  it('are whole cents', () => {
    expect(() => cents(0.5)).toThrow()
  })

  it('add up to nothing with what was taken back', () => {
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        expect(sumCents([...amounts, ...amounts.map(negated)])).toBe(0)
      }),
    )
  })

  it('take back nothing as nothing', () => {
    expect(Object.is(negated(cents(0)), 0)).toBe(true)
  })
})
