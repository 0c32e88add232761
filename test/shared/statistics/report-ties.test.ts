import { describe, expect, test, vi } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { neededMelders } from '#shared/statistics/earlier-figures.ts'
import { chained, LEDGER_START, type HandedOver } from '#shared/statistics/ledger.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import { ReportHistory, twoDimensions } from './report-history.ts'
import { meldersOf, organisationId, reportId, reportOf, reportRequest } from './report-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const firstHalf: ReportPeriod = { year: 2025, half: 'first-half' }
const wholeYear: ReportPeriod = { year: 2025, half: null }

/** So many melders of each subject, by half-year, all of them parents. */
function of(
  counts: Record<string, Record<string, number>>,
  more: Partial<ReportMelder> = {},
): ReportMelder[] {
  return Object.entries(counts).flatMap(([time, subjects]) =>
    Object.entries(subjects).flatMap(([subject, count]) =>
      Array.from({ length: count }, (): ReportMelder => ({
        time,
        subject,
        role: 'parent',
        accusedLink: null,
        ...more,
      })),
    ),
  )
}

const subject = twoDimensions.filter(({ name }) => name === 'subject')
const rowsOf = (answer: Awaited<ReturnType<ReportHistory['report']>>) =>
  'refused' in answer
    ? answer.refused
    : Object.fromEntries(
        answer.report.tables
          .filter(({ dimension }) => dimension === 'subject')
          .flatMap(({ rows }) => rows.map(({ categories, value }) => [categories.join('+'), value])),
      )

describe('a half-year and then the year', () => {
  test('prints no row of the year from which that of the first half would leave a small second half', async () => {
    const melders = of({
      '2025-1': { policy: 8, treatment: 11, conflict: 7 },
      '2025-2': { policy: 9, treatment: 2, conflict: 12 },
    })
    const history = new ReportHistory()
    const half = await history.report(firstHalf, melders, { dimensions: subject })
    expect(rowsOf(half)).toEqual({ policy: 8, treatment: 11, conflict: 7 })
    const year = await history.report(wholeYear, melders, { dimensions: subject })
    expect(rowsOf(year)).toEqual({ policy: 17, 'treatment+conflict': 32 })
  })

  test('counts a year by half-years without another word about them', async () => {
    const melders = of({ '2025-1': { policy: 12 }, '2025-2': { treatment: 14 } })
    const { report } = await reportOf(melders, { period: wholeYear })
    expect(report.tables.find(({ dimension }) => dimension === 'time')?.rows).toEqual([
      { categories: ['2025-1'], value: 12 },
      { categories: ['2025-2'], value: 14 },
    ])
  })

  test('gives the total of the year as a range where it would give away a half-year that the preset keeps', async () => {
    const melders = of({ '2025-1': { policy: 6, treatment: 6 }, '2025-2': { conflict: 2 } })
    const history = new ReportHistory()
    const settings = { preset: 'careful' as const }
    await history.report(firstHalf, melders, { settings })
    const year = await history.report(wholeYear, melders, { settings })
    expect('report' in year && year.report).toMatchObject({
      total: { shown: 'band', from: 12, to: 16 },
      tables: [],
    })
  })
})

describe('a block of years', () => {
  const melders = of({
    '2023-1': { policy: 9, treatment: 8, conflict: 7 },
    '2024-1': { policy: 8, treatment: 9, conflict: 8 },
    '2025-1': { policy: 7, treatment: 8, conflict: 9 },
  })

  test('is printed beside its years, and shows them as years', async () => {
    const history = new ReportHistory()
    await history.report({ year: 2024, half: null }, melders, { dimensions: subject })
    const answer = await history.report({ from: 2023, to: 2025 }, melders, { dimensions: subject })
    expect(rowsOf(answer)).toEqual({ policy: 24, treatment: 25, conflict: 24 })
    const time = 'report' in answer && answer.report.tables.find(({ dimension }) => dimension === 'time')
    expect(time && time.rows.map(({ categories, value }) => [categories.join('+'), value])).toEqual([
      ['2023-1+2023-2', 24],
      ['2024-1+2024-2', 25],
      ['2025-1+2025-2', 24],
    ])
  })

  test('is refused when it overlaps another in part, which is named', async () => {
    const history = new ReportHistory()
    await history.report({ from: 2023, to: 2024 }, melders)
    const answer = await history.report({ from: 2024, to: 2025 }, melders)
    expect(answer).toMatchObject({ refused: 'periods-overlap-partly', fields: ['1'.padStart(26, '0')] })
  })

  test('is refused when a year of it no longer agrees with what was printed, naming that report', async () => {
    const history = new ReportHistory()
    await history.report({ year: 2023, half: null }, melders)
    const answer = await history.report({ from: 2023, to: 2025 }, melders.slice(1))
    expect(answer).toMatchObject({ refused: 'earlier-figures-in-the-way', fields: ['1'.padStart(26, '0')] })
  })

  test('counts people and not years: eight times the same three do not make a row', async () => {
    const three = Array.from({ length: 8 }, (_, index) =>
      of({ '2025-1': { policy: 1 } }, { melderLink: `person ${String(index % 3)}` }),
    ).flat()
    const answer = await reportOf([...three, ...of({ '2025-1': { treatment: 9, conflict: 9 } })], {
      dimensions: subject,
    })
    const rows = answer.report.tables.flatMap((table) => table.rows)
    expect(rows.filter(({ categories }) => categories.join() === 'policy')).toEqual([])
  })

  test('needs the melders of all years that its ledger ties together', async () => {
    const history = new ReportHistory()
    await history.report({ from: 2023, to: 2025 }, melders)
    expect(neededMelders(history.ledger, { organisationId, period: firstHalf })).toEqual({
      organisations: [organisationId],
      years: [2023, 2024, 2025],
    })
    expect(neededMelders([], { organisationId, period: firstHalf })).toEqual({
      organisations: [organisationId],
      years: [2025],
    })
  })
})

describe('a corrected report of the same period', () => {
  const first = of({ '2025-1': { policy: 9, treatment: 8, conflict: 9 } })

  test('counts those who were entered later beside the first version, when they are enough', async () => {
    const history = new ReportHistory()
    const before = await history.report(wholeYear, first, { dimensions: subject })
    if ('refused' in before) throw new Error(before.refused)
    const enteredAfter = before.report.reportId
    const later = of({ '2025-1': { policy: 6, treatment: 7 } }, { enteredAfter })
    const after = await history.report(wholeYear, [...first, ...later], { dimensions: subject })
    // The conflicts did not change: nobody more, which is fewer than five.
    expect('report' in after && after.report.total).toEqual({ shown: 'exact', value: 39 })
    expect(rowsOf(after)).toEqual({ policy: 15, 'treatment+conflict': 24 })
  })

  test('is refused when it would show that fewer than five came later, naming the first', async () => {
    const history = new ReportHistory()
    const before = await history.report(wholeYear, first, { dimensions: subject })
    if ('refused' in before) throw new Error(before.refused)
    const enteredAfter = before.report.reportId
    const later = of({ '2025-1': { policy: 2 } }, { enteredAfter })
    const after = await history.report(wholeYear, [...first, ...later], { dimensions: subject })
    expect(after).toMatchObject({ refused: 'earlier-version-too-near', fields: [enteredAfter] })
    expect('figures' in after && after.figures?.[0]).toMatchObject({ dimension: 'total', value: 26 })
  })
})

describe('what is known besides figures', () => {
  const melders = of({ '2025-1': { policy: 7, treatment: 8, conflict: 9 } })

  test('takes what invoices tell of a half-year as known', async () => {
    const use = [
      { period: '2025-1' as const, use: 'some' as const },
      { period: '2025-2' as const, use: 'none' as const },
    ]
    const { report } = await reportOf(melders, { use })
    const rows = report.tables.find(({ dimension }) => dimension === 'time')?.rows
    // Nobody in the second half is known from the invoices, so nothing keeps the first from being shown: it is all.
    expect(rows ?? []).toEqual([])
    expect((await reportOf(melders, { use: [] })).report.total).toEqual({ shown: 'exact', value: 24 })
  })

  test('does not take a consult of somebody who came before for a new melder', async () => {
    const use = [{ period: '2025-2' as const, use: 'some' as const }]
    expect((await reportOf(melders, { use })).report).toEqual((await reportOf(melders)).report)
  })

  test('knows that nobody came to a location before it was there', async () => {
    const at = (location: string, counts: Record<string, Record<string, number>>) => of(counts, { location })
    const everybody = [
      ...at('old', { '2025-1': { policy: 14 }, '2025-2': { policy: 8 } }),
      ...at('new', { '2025-2': { policy: 9 } }),
    ]
    const location = {
      name: 'location',
      ladder: [[['old'], ['new']], [['old', 'new']]],
      absent: [{ category: 'new', halves: ['2025-1' as const] }],
    }
    const { report } = await reportOf(everybody, { dimensions: [location] })
    expect(report.tables[0]?.rows.map(({ value }) => value)).toEqual([22, 9])
    // 31 - 9 - 14 leaves three: with a table by half-year of fourteen, the new location would tell who they were.
    const small = [
      ...at('old', { '2025-1': { policy: 14 }, '2025-2': { policy: 3 } }),
      ...at('new', { '2025-2': { policy: 9 } }),
    ]
    const history = new ReportHistory()
    await history.report(firstHalf, small, { dimensions: [location] })
    const year = await history.report(wholeYear, small, { dimensions: [location] })
    expect('report' in year ? year.report.tables.map(({ dimension }) => dimension) : year.refused).toEqual([
      'time',
    ])
  })

  test('counts by what only an earlier report counted by, without printing it', async () => {
    const entry = (changes: Partial<HandedOver>): HandedOver => ({
      organisationId,
      reportId,
      period: wholeYear,
      dimension: 'role',
      categories: ['parent'],
      value: 24,
      recipient: 'HR',
      document: 'brief',
      settledOn: calendarDate('2026-01-10'),
      ...changes,
    })
    const ledger = chained(
      [entry({}), entry({ dimension: 'total', categories: [], value: 24 })],
      LEDGER_START,
    )
    const { report } = await reportOf(melders, { ledger, dimensions: subject })
    expect(report.tables.map(({ dimension }) => dimension)).toEqual(['subject'])
    const unknown = chained([entry({ dimension: 'weather', categories: ['rain'] })], LEDGER_START)
    expect(
      await protectReport(reportRequest(melders, { ledger: unknown, dimensions: subject })),
    ).toMatchObject({
      refused: 'earlier-figures-in-the-way',
    })
  })
})

describe('a run', () => {
  const melders = meldersOf({ policy: [3, 3], treatment: [9, 3], conflict: [2, 9], advice: [8, 1] })

  test('tells its progress, lets others have their turn, and answers the same as one that does not wait', async () => {
    const told: number[] = []
    let turns = 0
    const answer = await protectReport(reportRequest(melders), {
      onProgress: (done, total) => told.push(done / total),
      pause: () => {
        turns += 1
        return Promise.resolve()
      },
    })
    expect(answer).toEqual(await protectReport(reportRequest(melders)))
    expect([told.length > 0, turns > 0, told.every((share) => share > 0 && share <= 1)]).toEqual([
      true,
      true,
      true,
    ])
  })

  test('stops when it is told to', async () => {
    const signal = { aborted: false }
    const pause = (): Promise<void> => {
      signal.aborted = true
      return Promise.resolve()
    }
    expect(await protectReport(reportRequest(melders), { signal, pause })).toEqual({ refused: 'superseded' })
  })

  test('falls to coarser tables when its steps are used up, and to none in the end', async () => {
    const answer = await protectReport(reportRequest(melders), { steps: 0 })
    expect('report' in answer && answer.report).toMatchObject({
      total: { shown: 'exact', value: 38 },
      tables: [],
    })
    expect('report' in answer && answer.report.whatWasGivenUp.map(({ reason }) => reason)).toContain(
      'too-large-to-prove',
    )
  })
})
