import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import { learned, readFrom, type Read } from './joint-attack.ts'
import { ReportHistory, twoDimensions } from './report-history.ts'

vi.setConfig({ testTimeout: 300_000 })

const firstHalf: ReportPeriod = { year: 2025, half: 'first-half' }
const secondHalf: ReportPeriod = { year: 2025, half: 'second-half' }
const wholeYear: ReportPeriod = { year: 2025, half: null }
const yearBefore: ReportPeriod = { year: 2024, half: null }
const block: ReportPeriod = { from: 2024, to: 2025 }
const periods = [firstHalf, secondHalf, wholeYear, yearBefore, block]
const subjects = ['policy', 'treatment', 'conflict']
const roles = ['inside', 'parent', 'other']

/** So many melders of each combination; a few combinations are crowded and most are nearly empty, as in life. */
const melders: fc.Arbitrary<ReportMelder[]> = fc
  .record({
    counts: fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: 14 })), {
      minLength: 27,
      maxLength: 27,
    }),
    links: fc.array(fc.constantFrom(null, null, null, 'one', 'two'), { minLength: 27, maxLength: 27 }),
  })
  .map(({ counts, links }) =>
    ['2024-2', '2025-1', '2025-2'].flatMap((time, when) =>
      subjects.flatMap((subject, what) =>
        roles.flatMap((role, who) => {
          const place = when * 9 + what * 3 + who
          return Array.from({ length: counts[place] ?? 0 }, () => ({
            time,
            subject,
            role,
            accusedLink: links[place] ?? null,
          }))
        }),
      ),
    ),
  )

test('keeps what reports of half-years, years and blocks tell together as open as each of them alone', async () => {
  const story = fc.record({
    melders,
    order: fc.shuffledSubarray(periods, { minLength: 2, maxLength: 3 }),
    preset: fc.constantFrom('ordinary' as const, 'careful' as const, 'strict' as const),
    crossed: fc.boolean(),
  })
  let tables = 0
  let crossTables = 0
  await fc.assert(
    fc.asyncProperty(story, async ({ melders: everybody, order, preset, crossed }) => {
      const history = new ReportHistory()
      let before: Read[] = []
      let isOut = false
      for (const period of order) {
        const answer = await history.report(period, everybody, {
          settings: { preset },
          crossTables: crossed ? [['subject', 'role']] : [],
        })
        if ('refused' in answer) {
          expect(answer.refused).toBe('earlier-figures-in-the-way')
          expect(answer.figures?.length).toBeGreaterThan(0)
          continue
        }
        const { report } = answer
        tables += report.tables.length
        crossTables += report.crossTables.length
        const read = readFrom(report)
        // What earlier reports tell of a period that nobody had asked about is out; this one may not add to it.
        expect(await learned(read, before, everybody, twoDimensions, report.threshold)).toEqual([])
        before = [...before, ...read]
        const told = await learned(before, [], everybody, twoDimensions, report.threshold)
        if (told.length > 0 && !isOut) expect(answer.fallShort.length).toBeGreaterThan(0)
        isOut ||= told.length > 0
      }
    }),
    { numRuns: 30 },
  )
  expect(tables).toBeGreaterThan(20)
  expect(crossTables).toBeGreaterThan(0)
})

test('keeps a corrected report as open beside the first as the first alone, for every caseload', async () => {
  const story = fc.record({
    melders,
    later: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 27, maxLength: 27 }),
    first: fc.constantFrom(...periods),
    second: fc.constantFrom(...periods),
  })
  let corrected = 0
  await fc.assert(
    fc.asyncProperty(story, async ({ melders: everybody, later, first, second }) => {
      const history = new ReportHistory()
      const before = await history.report(first, everybody)
      if ('refused' in before) return
      const enteredAfter = before.report.reportId
      const entered = everybody.flatMap((melder, index) =>
        Array.from({ length: index % 4 === 0 ? (later[index % 27] ?? 0) : 0 }, () => ({
          ...melder,
          enteredAfter,
        })),
      )
      const answer = await history.report(second, [...everybody, ...entered])
      if ('refused' in answer) return
      corrected += answer.report.tables.length
      const versions = { name: 'version', ladder: [[['first', 'second']]] }
      const reads = [
        ...readFrom(before.report).map((read) => ({
          ...read,
          categories: { ...read.categories, version: ['first'] },
        })),
        ...readFrom(answer.report),
      ]
      const all = [
        ...everybody.map((melder) => ({ ...melder, version: 'first' })),
        ...entered.map((melder) => ({ ...melder, version: 'second' })),
      ]
      expect(await learned(reads, [], all, [...twoDimensions, versions], 5)).toEqual([])
    }),
    { numRuns: 25 },
  )
  expect(corrected).toBeGreaterThan(5)
})
