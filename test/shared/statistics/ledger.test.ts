import { describe, expect, test, vi } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import {
  brokenLink,
  chained,
  ledgerEntries,
  LEDGER_START,
  LedgerFigure,
  type HandedOver,
} from '#shared/statistics/ledger.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import {
  earlierReportId,
  meldersOf,
  organisationId,
  otherOrganisationId,
  reportId,
  reportOf,
  reportRequest,
} from './report-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const handover = { recipient: 'HR', document: 'jaarrapportage 2025', settledOn: calendarDate('2026-02-01') }
const melders = meldersOf({ policy: [6, 5], treatment: [7, 6], conflict: [2, 1], advice: [3, 3] })

const byHand = (changes: Partial<HandedOver>): HandedOver => ({
  organisationId,
  reportId: earlierReportId,
  period: { year: 2025, half: null },
  dimension: 'subject',
  categories: ['treatment'],
  value: 13,
  ...handover,
  ...changes,
})
const ledgerOf = (...entries: Partial<HandedOver>[]): LedgerFigure[] =>
  chained(entries.map(byHand), LEDGER_START)

describe('the ledger', () => {
  test('holds the total and every row of a settled report, each tied to the one before', async () => {
    const { report } = await reportOf(melders)
    const ledger = ledgerEntries(report, handover, LEDGER_START)
    expect(ledger.length).toBe(1 + report.tables.flatMap(({ rows }) => rows).length)
    expect(ledger[0]).toMatchObject({
      dimension: 'total',
      categories: [],
      value: 33,
      recipient: 'HR',
      reportId,
    })
    expect(ledger.map((figure) => LedgerFigure.parse(structuredClone(figure)))).toEqual(ledger)
    const longer = [...ledger, ...ledgerEntries(report, handover, ledger.at(-1)?.hash ?? '')]
    expect(brokenLink(longer)).toBe(null)
  })

  test('writes a band and "fewer than ten" as the ranges that they are', async () => {
    const totals = []
    for (const preset of ['careful', 'strict'] as const) {
      const { report } = await reportOf([], { settings: { preset } })
      totals.push(ledgerEntries(report, handover, LEDGER_START)[0]?.value)
    }
    expect(totals).toEqual([
      { from: 0, to: 4 },
      { from: 0, to: 9 },
    ])
  })

  test('shows where an entry was changed, taken out, put in or moved', async () => {
    const { report } = await reportOf(melders)
    const ledger = ledgerEntries(report, handover, LEDGER_START)
    const [first, second, third, ...rest] = ledger
    if (!first || !second || !third) throw new Error('too short')
    expect(brokenLink([first, { ...second, value: 1 }, third, ...rest])).toBe(1)
    expect(brokenLink([first, { ...second, recipient: 'Raad van Toezicht' }, third, ...rest])).toBe(1)
    expect(brokenLink([first, third, ...rest])).toBe(1)
    expect(brokenLink([second, third, ...rest])).toBe(0)
    expect(brokenLink([first, third, second, ...rest])).toBe(1)
    expect(brokenLink([first, first, second, third, ...rest])).toBe(1)
    expect(brokenLink([])).toBe(null)
  })
})

describe('earlier figures of the same year', () => {
  test('let the same report be printed again, number for number', async () => {
    const { report } = await reportOf(melders)
    const again = await reportOf(melders, { ledger: ledgerEntries(report, handover, LEDGER_START) })
    expect(again.report.tables).toEqual(report.tables)
  })

  test('refuse a cell that now counts one melder more, naming the earlier report', async () => {
    const { report } = await reportOf(melders)
    const ledger = ledgerEntries(report, handover, LEDGER_START)
    const answer = await protectReport(
      reportRequest([...melders, ...meldersOf({ policy: [1, 0] })], { ledger }),
    )
    expect(answer).toMatchObject({ refused: 'earlier-figures-in-the-way', fields: [reportId] })
  })

  test('that are small themselves are taken as known, named, and hold up nothing else', async () => {
    const ledger = ledgerOf({ categories: ['conflict'], value: 3 })
    const { report, fallShort } = await reportOf(melders, { ledger })
    expect(fallShort).toEqual(ledger)
    expect(report.tables.map(({ dimension }) => dimension)).toContain('time')
    expect((await reportOf(melders)).fallShort).toEqual([])
  })

  test('that give away a small number between them are taken as known too, each named with its document', async () => {
    const uneven = meldersOf({ policy: [6, 5], treatment: [11, 2], conflict: [6, 6], advice: [5, 7] })
    const ledger = ledgerOf(
      { period: { year: 2025, half: 'first-half' }, value: 11, document: 'halfjaarbrief' },
      { value: 13, document: 'jaarbrief' },
    )
    const { report, fallShort } = await reportOf(uneven, { ledger })
    expect(fallShort.map(({ document }) => document)).toEqual(['halfjaarbrief', 'jaarbrief'])
    expect(report.total).toEqual({ shown: 'exact', value: 48 })
  })

  test('refuse figures about categories that the report does not know', async () => {
    const ledger = ledgerOf({ dimension: 'location', categories: ['Fantasia'], value: 20 })
    expect(await protectReport(reportRequest(melders, { ledger }))).toMatchObject({
      refused: 'earlier-figures-in-the-way',
    })
  })

  test('are of no account when they are of another organisation or another year', async () => {
    const plain = await reportOf(melders)
    const ledger = ledgerOf(
      { organisationId: otherOrganisationId, value: 1 },
      { period: { year: 2024, half: null }, value: 1 },
      { period: { year: 2024, half: 'first-half' }, value: 1 },
    )
    expect(await reportOf(melders, { ledger })).toEqual(plain)
  })

  test('count by half-year too: what was given for one half is protected together with the year', async () => {
    const fine = ledgerOf({ period: { year: 2025, half: 'first-half' }, value: 7 })
    const { report } = await reportOf(melders, { ledger: fine })
    const [subjects] = report.tables
    expect([subjects]).toEqual((await reportOf(melders)).report.tables.slice(0, 1))
    // 13 of the year less 11 of the first half would be 2 of the second: neither the year nor the rest may tell.
    const uneven = meldersOf({ policy: [6, 5], treatment: [11, 2], conflict: [6, 6], advice: [5, 7] })
    const half = ledgerOf({ period: { year: 2025, half: 'first-half' }, value: 11 })
    const guarded = await reportOf(uneven, { ledger: half })
    const rows = guarded.report.tables.flatMap((table) => table.rows)
    expect(rows.filter(({ categories, value }) => categories.join() === 'treatment' && value === 13)).toEqual(
      [],
    )
    expect(guarded.report.whatWasGivenUp.map(({ dimension }) => dimension)).toContain('subject')
  })

  test('keep hidden what an earlier report hid, and explain it to the advisor with a sum that holds', async () => {
    const even = meldersOf({ policy: [6, 5], treatment: [7, 6], conflict: [6, 6], advice: [5, 7] })
    const ledger = ledgerOf({ value: 'hidden' })
    const { report, explanations } = await reportOf(even, { ledger })
    const [table] = report.tables
    expect(table?.rows.find(({ categories }) => categories.join() === 'treatment')?.value).toBe('hidden')
    expect(report.whatWasGivenUp).toContainEqual({
      dimension: 'subject',
      fate: 'hidden',
      reason: 'categories-too-small',
    })
    // The total less the others would be thirteen, so that one of the others is hidden too.
    expect(table?.rows.filter(({ value }) => value === 'hidden')).toHaveLength(2)
    expect(explanations).toEqual(
      expect.arrayContaining([
        {
          dimension: 'subject',
          categories: ['treatment'],
          reason: 'hidden-before',
          terms: [{ dimension: 'subject', categories: ['treatment'], sign: 1, value: 13 }],
          divisor: 1,
          min: 13,
          max: 13,
        },
      ]),
    )
    expect(explanations.map(({ reason }) => reason)).toContain('protects-others')
  })
})
