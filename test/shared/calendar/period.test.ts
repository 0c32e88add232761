import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate, halfOf, yearOf } from '#shared/calendar/calendar-date.ts'
import {
  daysIn,
  halfPeriod,
  includes,
  overlap,
  Period,
  span,
  without,
  yearPeriod,
} from '#shared/calendar/period.ts'
import { anyDay } from '../sample-caseload.ts'

const anyPeriod = fc
  .tuple(anyDay('2024-01-01', '2025-12-31'), anyDay('2024-01-01', '2025-12-31'))
  .map(([a, b]): Period => (a <= b ? { from: a, to: b } : { from: b, to: a }))

const period = (from: string, to: string): Period => ({ from: calendarDate(from), to: calendarDate(to) })

describe('a period', () => {
  it('counts both its ends', () => {
    expect(daysIn(period('2025-03-01', '2025-03-01'))).toBe(1)
    expect([2024, 2025].map((year) => daysIn(yearPeriod(year)))).toEqual([366, 365])
    expect([1, 2].map((half) => daysIn(halfPeriod(2024, half === 1 ? 1 : 2)))).toEqual([182, 184])
  })

  it('does not end before it begins', () => {
    expect(Period.safeParse({ from: '2025-03-02', to: '2025-03-01' }).success).toBe(false)
  })

  it('of a half-year holds exactly the days of that half', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        const [first, second] = [halfPeriod(yearOf(day), 1), halfPeriod(yearOf(day), 2)]
        expect(includes(first, day)).toBe(halfOf(day) === 1)
        expect(includes(second, day)).toBe(halfOf(day) === 2)
      }),
    )
  })

  it('shares with another the days that lie in both', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyDay('2024-01-01', '2025-12-31'), (a, b, day) => {
        const both = overlap(a, b)
        expect(both !== null && includes(both, day)).toBe(includes(a, day) && includes(b, day))
        expect(overlap(b, a)).toEqual(both)
      }),
    )
  })

  it('shares everything from its beginning with a contract without an end', () => {
    const open = { from: calendarDate('2025-05-01'), to: null }
    expect(overlap(yearPeriod(2025), open)).toEqual(period('2025-05-01', '2025-12-31'))
    expect(overlap(yearPeriod(2024), open)).toBeNull()
  })

  it('touches another in a single day, and leaves a single day over', () => {
    const march = period('2025-03-01', '2025-03-31')
    expect(overlap(march, period('2025-03-31', '2025-04-30'))).toEqual(period('2025-03-31', '2025-03-31'))
    expect(overlap(march, period('2025-04-01', '2025-04-30'))).toBeNull()
    expect(without(march, [period('2025-03-02', '2025-03-30')])).toEqual([
      period('2025-03-01', '2025-03-01'),
      period('2025-03-31', '2025-03-31'),
    ])
    expect(without(march, [march])).toEqual([])
  })

  it('holds its first day and its last, and not the days around them', () => {
    const march = period('2025-03-01', '2025-03-31')
    const days = ['2025-02-28', '2025-03-01', '2025-03-31', '2025-04-01'].map(calendarDate)
    expect(days.map((day) => includes(march, day))).toEqual([false, true, true, false])
  })

  it('without others keeps the days that lie in none of them, in stretches that follow each other', () => {
    fc.assert(
      fc.property(
        anyPeriod,
        fc.array(anyPeriod, { maxLength: 4 }),
        anyDay('2024-01-01', '2025-12-31'),
        (whole, taken, day) => {
          const rest = without(whole, taken)
          const expected = includes(whole, day) && !taken.some((other) => includes(other, day))
          expect(rest.filter((piece) => includes(piece, day))).toHaveLength(expected ? 1 : 0)
          expect(rest.every((piece) => Period.safeParse(piece).success)).toBe(true)
          const days = rest.flatMap(({ from, to }) => [from, to])
          expect(days).toEqual([...days].sort())
        },
      ),
    )
  })

  it('spans others from the first day to the last', () => {
    expect(span([period('2025-05-01', '2025-06-30'), period('2025-02-01', '2025-03-01')])).toEqual(
      period('2025-02-01', '2025-06-30'),
    )
    expect(() => span([])).toThrow()
  })
})
