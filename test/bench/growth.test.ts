import fc from 'fast-check'
import { expect, it } from 'vitest'
import { growthExponent } from '../../bench/growth.ts'

it('finds the power with which time grows with size, whatever the scale', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (power, scale) => {
        const points = [1_000, 10_000, 50_000].map((size) => ({ size, ms: scale * size ** power }))
        expect(growthExponent(points)).toBeCloseTo(power, 9)
      },
    ),
  )
})
