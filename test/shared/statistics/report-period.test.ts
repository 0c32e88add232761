import { expect, test } from 'vitest'
import {
  contains,
  HalfYear,
  halvesOf,
  overlaps,
  periodKey,
  ReportPeriod,
  yearsOf,
} from '#shared/statistics/report-period.ts'

const year = (number: number): ReportPeriod => ({ year: number, half: null })
const first: ReportPeriod = { year: 2025, half: 'first-half' }
const second: ReportPeriod = { year: 2025, half: 'second-half' }
const block: ReportPeriod = { from: 2023, to: 2025 }

test('cuts a year and a block of years into half-years', () => {
  expect(halvesOf(year(2025))).toEqual(['2025-1', '2025-2'])
  expect(halvesOf(second)).toEqual(['2025-2'])
  expect(halvesOf(block)).toEqual(['2023-1', '2023-2', '2024-1', '2024-2', '2025-1', '2025-2'])
  expect(yearsOf(block)).toEqual([2023, 2024, 2025])
  expect(yearsOf(first)).toEqual([2025])
})

test('knows which periods share a half-year, and which lie within another', () => {
  expect(overlaps(first, second)).toBe(false)
  expect(overlaps(year(2025), second)).toBe(true)
  expect(overlaps(block, { from: 2025, to: 2026 })).toBe(true)
  expect(overlaps(block, year(2026))).toBe(false)
  expect([contains(block, first), contains(first, block), contains(first, first)]).toEqual([
    true,
    false,
    true,
  ])
})

test('names every period by a text of its own', () => {
  expect([year(2025), first, second, block].map(periodKey)).toEqual([
    '2025',
    '2025-1',
    '2025-2',
    '2023..2025',
  ])
})

test('takes no block of one year or in the wrong order, and no third half', () => {
  for (const wrong of [
    { from: 2025, to: 2025 },
    { from: 2025, to: 2024 },
    { year: 2025 },
    { year: 2025, to: 2026 },
  ])
    expect(ReportPeriod.safeParse(wrong).success).toBe(false)
  expect(
    ['2025-1', '2025-2', '2025-3', '25-1', '2025'].map((text) => HalfYear.safeParse(text).success),
  ).toEqual([true, true, false, false, false])
})
