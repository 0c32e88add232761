import { expect, it } from 'vitest'
import { tellingHistories } from './known-histories.ts'

const SMALL_HALVES = [1, 2, 3, 4, 5, 6, 8]

it.each([12, 14, 16, 20])(
  'tells somebody who knows the program nothing of a small half-year beside a year of %i',
  async (year) => {
    expect(await tellingHistories('ordinary', year, SMALL_HALVES)).toEqual([])
  },
)

it.each([12, 14, 16, 20])(
  'tells nothing more where the half-year was given as a range, beside a year of %i',
  async (year) => {
    expect(await tellingHistories('careful', year, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([])
  },
)
