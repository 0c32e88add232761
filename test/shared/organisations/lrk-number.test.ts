import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LrkNumber, passesLrkCheck } from '#shared/organisations/lrk-number.ts'

const register = readFileSync(
  join(import.meta.dirname, '../../fixtures/lrk/export_opendata_lrk-amsterdam.csv'),
  'utf8',
)

describe('an LRK number', () => {
  it('passes the elfproef in every row of the register of Amsterdam', () => {
    const numbers = Array.from(register.matchAll(/^(\d{9});/gm), ([, number]) => number ?? '')
    expect(numbers).toHaveLength(1032)
    expect(numbers.filter((number) => !passesLrkCheck(number))).toEqual([])
  })

  it('fails the check as soon as one digit was mistyped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('100178376', '100248640', '178061086'),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 9 }),
        (number, place, digit) => {
          const typed = number.slice(0, place) + String(digit) + number.slice(place + 1)
          expect(passesLrkCheck(typed)).toBe(typed === number)
        },
      ),
    )
  })

  it('is nine digits of text, also when the check fails', () => {
    expect(LrkNumber.safeParse('100178377').success).toBe(true)
    for (const text of ['10017837', '1001783766', '10017837a', ' 100178376', '١٠٠١٧٨٣٧٦'])
      expect(LrkNumber.safeParse(text).success).toBe(false)
  })

  it.each(['', '000000000', '1001783760', 'abcdefghi'])('does not pass the check as %j', (text) => {
    expect(passesLrkCheck(text)).toBe(false)
  })
})
