import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import { ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'
import { learned, readFrom } from './joint-attack.ts'
import {
  earlierReportId,
  ledgerByHand,
  meldersOf,
  reportOf,
  reportRequest,
  smallDimensions,
} from './report-of.ts'

vi.setConfig({ testTimeout: 120_000 })

/** All tables of the real report. */
const DIMENSIONS = askedOfGate(USUAL_CHOICES, { year: 2025, half: null }, []).dimensions
const presets = ['ordinary', 'careful', 'strict'] as const

const melder = (accused: number): fc.Arbitrary<ReportMelder> =>
  fc.record({
    subject: fc.constantFrom('policy', 'treatment', 'treatment', 'conflict', 'advice'),
    time: fc.constantFrom('2025-1', '2025-2'),
    accusedLink: fc.constantFrom(null, ...Array.from({ length: accused }, (_, index) => String(index))),
  })

/** Melders with all dimensions of the real report, in a fixed but uneven mixture. */
function mixture(count: number): ReportMelder[] {
  return Array.from({ length: count }, (_, index) => ({
    accusedLink: null,
    ...Object.fromEntries(
      DIMENSIONS.map(({ name, ladder }, place) => {
        const groups = ladder[0] ?? []
        return [name, groups[((index * (place + 3)) % 7) % groups.length]?.[0] ?? '']
      }),
    ),
  }))
}

describe('a year with three melders', () => {
  test('shows the total exactly as the preset allows, and no breakdown', async () => {
    const melders = mixture(3)
    const totals = []
    for (const preset of presets) {
      const { report, explanations } = await reportOf(melders, {
        settings: { preset },
        dimensions: DIMENSIONS,
      })
      expect(report.tables).toEqual([])
      expect(explanations).toEqual([])
      expect(report.whatWasGivenUp).toEqual(
        DIMENSIONS.map(({ name }) => ({
          dimension: name,
          fate: 'left-out',
          reason: 'too-few-melders',
        })),
      )
      totals.push(report.total)
    }
    expect(totals).toEqual([
      { shown: 'exact', value: 3 },
      { shown: 'band', from: 0, to: 4 },
      { shown: 'below', below: 10 },
    ])
  })

  test('says the same about none, one and four as far as the preset hides the difference', async () => {
    const printed = async (count: number, preset: 'careful' | 'strict') => {
      const { report } = await reportOf(mixture(count), {
        settings: { preset },
        dimensions: DIMENSIONS,
      })
      return { ...report, seal: '', proof: { ...report.proof, hash: '' } }
    }
    expect(await printed(0, 'careful')).toEqual(await printed(4, 'careful'))
    expect(await printed(5, 'careful')).toEqual(await printed(9, 'careful'))
    expect(await printed(0, 'strict')).toEqual(await printed(9, 'strict'))
  })
})

describe('a year with thirty melders', () => {
  test('shows one-way tables in declared merged categories that add up to the total', async () => {
    const { report } = await reportOf(mixture(30), { dimensions: DIMENSIONS })
    expect(report.total).toEqual({ shown: 'exact', value: 30 })
    expect(report.tables.length).toBeGreaterThanOrEqual(3)
    for (const { dimension, rows } of report.tables) {
      const ladder = DIMENSIONS.find(({ name }) => name === dimension)?.ladder ?? []
      expect(ladder).toContainEqual(rows.map(({ categories }) => categories))
      expect(rows.reduce((sum, { value }) => sum + (value === 'hidden' ? NaN : value), 0)).toBe(30)
      for (const { value } of rows) expect(value).toBeGreaterThanOrEqual(5)
    }
    const merged = report.whatWasGivenUp.filter(({ fate }) => fate === 'merged')
    expect(merged.length).toBeGreaterThan(0)
    expect(new Set(merged.map(({ reason }) => reason))).toEqual(new Set(['categories-too-small']))
    expect(report.proof.figures).toBeGreaterThan(report.tables.flatMap(({ rows }) => rows).length)
  })

  test('is printed the same again with the same secret and report id', async () => {
    const once = await reportOf(mixture(30), { dimensions: DIMENSIONS })
    expect(await reportOf(mixture(30), { dimensions: DIMENSIONS })).toEqual(once)
  })

  test('is not broken down by anything between one and two times the threshold', async () => {
    const { report } = await reportOf(meldersOf({ treatment: [5, 4] }))
    expect(report).toMatchObject({ total: { shown: 'exact', value: 9 }, tables: [] })
    const more = await reportOf(meldersOf({ treatment: [5, 5] }))
    expect(more.report.tables.map(({ dimension }) => dimension)).toEqual(['time'])
  })
})

describe('for every small caseload', () => {
  test('keeps none, a few and k apart in the joint table of all dimensions, and adds up', async () => {
    const caseload = fc.record({
      melders: fc.array(melder(2), { maxLength: 40 }),
      preset: fc.constantFrom(...presets),
      threshold: fc.constantFrom(3, 5),
    })
    await fc.assert(
      fc.asyncProperty(caseload, async ({ melders, preset, threshold }) => {
        const settings = { preset, threshold, reason: 'agreed' }
        const { report, explanations } = await reportOf(melders, { settings })
        expect(ProtectedReport.parse(structuredClone(report))).toEqual(report)
        expect(explanations.length).toBe(
          report.tables.flatMap(({ rows }) => rows.filter(({ value }) => value === 'hidden')).length,
        )
        expect(await learned(readFrom(report), [], melders, smallDimensions, threshold)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('keeps them apart too when figures of single half-years were handed out before', async () => {
    const subjects = ['policy', 'treatment', 'conflict', 'advice']
    const earlier = fc.record({
      categories: fc.subarray(subjects, { minLength: 1, maxLength: 2 }),
      half: fc.constantFrom(null, '2025-1', '2025-2'),
      hidden: fc.boolean(),
    })
    const caseload = fc.record({
      melders: fc.array(melder(1), { minLength: 10, maxLength: 60 }),
      before: fc.array(earlier, { minLength: 1, maxLength: 2 }),
    })
    let printed = 0
    await fc.assert(
      fc.asyncProperty(caseload, async ({ melders, before }) => {
        const figures = before.map(({ categories, half, hidden }) => {
          const count = melders.filter(
            (each) => categories.includes(each.subject ?? '') && (half ?? each.time) === each.time,
          ).length
          return { categories, half, value: hidden ? ('hidden' as const) : count }
        })
        const ledger = ledgerByHand(figures)
        const answer = await protectReport(reportRequest(melders, { ledger }))
        if ('refused' in answer) {
          expect(answer).toMatchObject({ refused: 'earlier-figures-in-the-way', fields: [earlierReportId] })
          return
        }
        printed += answer.report.tables.length
        const read = figures.map(({ categories, half, value }) => ({
          halves: half === null ? ['2025-1', '2025-2'] : [half],
          categories: { subject: categories },
          value,
        }))
        expect(await learned(readFrom(answer.report), read, melders, smallDimensions, 5)).toEqual([])
      }),
      { numRuns: 100 },
    )
    expect(printed).toBeGreaterThan(20)
  })

  test('does not show a half-year of which small figures, handed out before, leave a few others', async () => {
    const melders = meldersOf({ policy: [7, 4], treatment: [0, 1], conflict: [0, 0], advice: [0, 1] })
    const ledger = ledgerByHand([
      { categories: ['advice'], half: '2025-2', value: 1 },
      { categories: ['treatment'], half: '2025-2', value: 1 },
    ])
    const { report, fallShort } = await reportOf(melders, { ledger })
    // Six in the second half-year, less one and one, would be four about policy or a conflict.
    expect(report.total).toEqual({ shown: 'exact', value: 13 })
    expect(report.tables.flatMap(({ rows }) => rows).filter(({ value }) => value !== 'hidden')).toEqual([])
    expect(fallShort).toHaveLength(2)
  })

  test('prints a group of categories though another one, that nothing prints, holds exactly k', async () => {
    const ladder = [
      [['policy'], ['treatment'], ['conflict'], ['advice']],
      [['policy', 'advice'], ['treatment'], ['conflict']],
      [['policy', 'advice', 'treatment'], ['conflict']],
      [['policy', 'advice', 'treatment', 'conflict']],
    ]
    const melders = meldersOf({ policy: [2, 0], advice: [3, 0], treatment: [3, 0], conflict: [22, 0] })
    const { report } = await reportOf(melders, { dimensions: [{ name: 'subject', ladder }] })
    expect(report.tables[0]?.rows.map(({ value }) => value)).toEqual([8, 22])
  })

  test('goes on after two figures that give away a small number between them, and names both', async () => {
    const melders = meldersOf({ policy: [9, 8], treatment: [8, 9], conflict: [6, 7], advice: [2, 0] })
    const ledger = ledgerByHand([
      { categories: ['policy', 'advice'], half: '2025-1', value: 11 },
      { categories: ['policy'], half: '2025-1', value: 9 },
      { categories: ['treatment'], half: '2025-1', value: 8 },
    ])
    const { report, fallShort } = await reportOf(melders, { ledger })
    expect(fallShort).toEqual(ledger.slice(0, 2))
    expect(report.total).toEqual({ shown: 'exact', value: 49 })
    // Two about advice in the first half-year are out. How many in the second is not, nor does it follow.
    const rows = report.tables.flatMap((table) => table.rows)
    expect(rows.length).toBeGreaterThan(0)
    const read = ledger.map(({ categories, value }) => ({
      halves: ['2025-1'],
      categories: { subject: categories },
      value,
    }))
    expect(await learned(readFrom(report), read, melders, smallDimensions, 5)).toEqual([])
    expect(await learned(readFrom(report), [], melders, smallDimensions, 5)).toEqual([])
  })

  test('prints a number of checks that depends on what is printed, never on how many counts are small', async () => {
    const spread = await reportOf(
      meldersOf({ policy: [3, 3], treatment: [3, 3], conflict: [0, 0], advice: [0, 0] }),
    )
    const even = await reportOf(
      meldersOf({ policy: [2, 1], treatment: [2, 1], conflict: [1, 2], advice: [1, 2] }),
    )
    expect(spread.report.tables).toEqual(even.report.tables)
    expect(spread.report.proof.witnesses).toBe(even.report.proof.witnesses)
    expect(spread.report.proof.figures).toBe(even.report.proof.figures)
  })
})

describe('melders who all speak of one person', () => {
  const about = (accusedLink: string | null) => (melder: ReportMelder) => ({ ...melder, accusedLink })

  test('are not shown as a category of their own, however many they are', async () => {
    const others = meldersOf({ policy: [4, 4], conflict: [4, 4], advice: [4, 4] })
    const seven = meldersOf({ treatment: [4, 3] })
    const mixed = await reportOf([...others, ...seven])
    expect(mixed.report.tables[0]?.rows).toContainEqual({ categories: ['treatment'], value: 7 })
    const same = await reportOf([...others, ...seven.map(about('one person'))])
    const rows = same.report.tables.flatMap((table) => table.rows)
    expect(rows.filter(({ categories }) => categories.join() === 'treatment')).toEqual([])
    expect(same.report.whatWasGivenUp).toContainEqual({
      dimension: 'subject',
      fate: 'merged',
      reason: 'categories-too-small',
    })
  })
})

describe('what the gate refuses', () => {
  test('refuses thresholds that do not exist', async () => {
    const at = (threshold: number) =>
      protectReport(reportRequest([], { settings: { preset: 'ordinary', threshold } }))
    expect(await at(2)).toMatchObject({ refused: 'threshold-not-allowed' })
    expect(await at(3)).toMatchObject({ refused: 'threshold-needs-reason' })
  })

  test('throws on a category that no dimension declares and on a ladder that takes groups apart', async () => {
    await expect(protectReport(reportRequest([{ subject: 'weather', time: '2025-1' }]))).rejects.toThrow(
      'subject',
    )
    const ladder = [
      [['a'], ['b'], ['c'], ['d']],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
      [['a', 'b', 'c', 'd']],
    ]
    await expect(protectReport(reportRequest([], { dimensions: [{ name: 'x', ladder }] }))).rejects.toThrow(
      'apart',
    )
  })

  test('does not brand a report of which a number, a row or the proof was changed', async () => {
    const { report } = await reportOf(meldersOf({ policy: [5, 6], treatment: [5, 6] }))
    const changed: unknown[] = [
      { ...report, total: { shown: 'exact', value: 23 } },
      { ...report, period: { year: 2024, half: null } },
      { ...report, tables: [] },
      { ...report, proof: { ...report.proof, witnesses: 1 } },
      { ...report, seal: '0'.repeat(64) },
      { ...report, extra: true },
      { total: report.total, tables: report.tables },
    ]
    for (const other of changed) expect(ProtectedReport.safeParse(other).success).toBe(false)
    expect(ProtectedReport.safeParse(structuredClone(report)).success).toBe(true)
  })
})
