import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  CalendarDate,
  calendarDate,
  daysBetween,
  earliest,
  halfOf,
  latest,
  yearOf,
} from '#shared/calendar/calendar-date.ts'
import { anyDay } from '../sample-caseload.ts'

describe('a date', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '2100-02-28'])('exists: %s', (text) => {
    expect(CalendarDate.safeParse(text).success).toBe(true)
  })

  it.each([
    '2025-02-29',
    '2100-02-29',
    '2025-02-30',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '25-01-01',
    '2025-01-01T00:00:00Z',
    '2025-01-01 ',
    '',
  ])('does not exist: %j', (text) => {
    expect(CalendarDate.safeParse(text).success).toBe(false)
  })

  it('is one of 366 in a leap year and of 365 in another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), (year) => {
        const days = daysBetween(calendarDate(`${year}-01-01`), calendarDate(`${year + 1}-01-01`))
        expect(days).toBe(year % 4 === 0 ? 366 : 365)
      }),
    )
  })

  it('is found back by going as many days back as forth', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -1000, max: 1000 }), (day, days) => {
        const other = addDays(day, days)
        expect(daysBetween(day, other)).toBe(days)
        expect(addDays(other, -days)).toBe(day)
      }),
    )
  })

  it('comes after another as text exactly when it comes after it in time', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0)
        expect([earliest(a, b), latest(a, b)]).toEqual([a, b].sort())
      }),
    )
  })

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    // The clocks go forward and back in these nights; a day stays a day.
    ['2025-03-29', 2, '2025-03-31'],
    ['2025-10-25', 2, '2025-10-27'],
  ])('%s and %i days more is %s', (from, days, to) => {
    expect(addDays(calendarDate(from), days)).toBe(to)
  })

  it.each([
    ['2025-01-01', 2025, 1],
    ['2025-06-30', 2025, 1],
    ['2025-07-01', 2025, 2],
    ['2025-12-31', 2025, 2],
  ])('%s lies in %i, half %i', (text, year, half) => {
    expect([yearOf(calendarDate(text)), halfOf(calendarDate(text))]).toEqual([year, half])
  })
})
