import { expect, test, vi } from 'vitest'
import { ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'
import { ledgerEntries, LEDGER_START, LedgerFigure } from '#shared/statistics/ledger.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { learned, readFrom } from './joint-attack.ts'
import { twoDimensions } from './report-history.ts'
import { reportOf } from './report-of.ts'

vi.setConfig({ testTimeout: 120_000 })

const subjects = ['policy', 'treatment', 'conflict']
const roles = ['inside', 'parent', 'other']

/** So many melders for each subject (row) and role (column). */
function crossed(counts: readonly (readonly number[])[]): ReportMelder[] {
  return subjects.flatMap((subject, row) =>
    roles.flatMap((role, column) =>
      Array.from({ length: counts[row]?.[column] ?? 0 }, () => ({
        subject,
        role,
        time: '2025-1',
        accusedLink: null,
      })),
    ),
  )
}

const asked = { dimensions: twoDimensions, crossTables: [['subject', 'role']] as [string, string][] }

test('prints a whole cross table where every cell of it is large enough', async () => {
  const { report } = await reportOf(
    crossed([
      [6, 7, 8],
      [9, 6, 7],
      [8, 9, 6],
    ]),
    asked,
  )
  expect(report.crossTables).toEqual([
    {
      dimensions: ['subject', 'role'],
      rows: subjects.map((one) => [one]),
      columns: roles.map((one) => [one]),
      values: [
        [6, 7, 8],
        [9, 6, 7],
        [8, 9, 6],
      ],
    },
  ])
  const moved = {
    ...report,
    crossTables: report.crossTables.map((table) => ({ ...table, rows: table.columns })),
  }
  expect(ProtectedReport.safeParse(structuredClone(report)).success).toBe(true)
  expect(ProtectedReport.safeParse(moved).success).toBe(false)
})

test('hides small cells and what would give them away, explains each, and leaves the one-way tables whole', async () => {
  const melders = crossed([
    [2, 9, 12],
    [11, 14, 8],
    [8, 9, 13],
  ])
  const { report, explanations } = await reportOf(melders, asked)
  const [table] = report.crossTables
  const hidden = table?.values.flat().filter((value) => value === 'hidden') ?? []
  expect(hidden.length).toBeGreaterThanOrEqual(4)
  expect(report.tables.flatMap(({ rows }) => rows.filter(({ value }) => value === 'hidden'))).toEqual([])
  expect(report.whatWasGivenUp).toContainEqual({
    dimension: 'subject',
    crossedWith: 'role',
    fate: 'hidden',
    reason: 'categories-too-small',
  })
  expect(explanations.length).toBe(hidden.length)
  for (const { dimension, crossing, terms, min, max, divisor } of explanations) {
    expect([dimension, crossing?.dimension]).toEqual(['subject', 'role'])
    const sum = terms.reduce((total, { sign, value }) => total + sign * value, 0) / divisor
    expect([Math.ceil(sum) === min, Math.floor(sum) === max]).toContain(true)
  }
  expect(await learned(readFrom(report), [], melders, twoDimensions, 5)).toEqual([])
})

test('gives a cross table up below four times the threshold, or where more than half would be hidden', async () => {
  const few = await reportOf(
    crossed([
      [7, 0, 0],
      [0, 6, 0],
      [0, 0, 6],
    ]),
    asked,
  )
  const thin = await reportOf(
    crossed([
      [20, 0, 0],
      [0, 20, 0],
      [0, 0, 20],
    ]),
    asked,
  )
  const about = { dimension: 'subject', crossedWith: 'role', fate: 'left-out' }
  expect(few.report.crossTables).toEqual([])
  expect(few.report.whatWasGivenUp).toContainEqual({ ...about, reason: 'too-few-melders' })
  expect(thin.report.crossTables).toEqual([])
  expect(thin.report.whatWasGivenUp).toContainEqual({ ...about, reason: 'categories-too-small' })
})

test('writes every cell of a cross table into the ledger, and prints it the same again', async () => {
  const melders = crossed([
    [2, 9, 12],
    [11, 14, 8],
    [8, 9, 13],
  ])
  const { report } = await reportOf(melders, asked)
  const handover = { recipient: 'HR', document: 'rapport', settledOn: calendarDate('2026-02-01') }
  const ledger = ledgerEntries(report, handover, LEDGER_START)
  const cells = ledger.filter(({ crossing }) => crossing !== undefined)
  expect(cells.map(({ value }) => value)).toEqual(report.crossTables.flatMap(({ values }) => values.flat()))
  expect(ledger.map((figure) => LedgerFigure.parse(structuredClone(figure)))).toEqual(ledger)
  const again = await reportOf(melders, { ...asked, ledger })
  expect(again.report.crossTables).toEqual(report.crossTables)
})
