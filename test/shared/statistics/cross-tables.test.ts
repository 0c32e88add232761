import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { audit } from '#shared/statistics/audit.ts'
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

/** Every combination of a group of subjects with a group of roles, on every step of their ladders. */
const combinations = twoDimensions
  .slice(0, 1)
  .flatMap(({ ladder }) =>
    ladder
      .flat()
      .flatMap((row) =>
        (twoDimensions[1]?.ladder.flat() ?? []).map((column) =>
          subjects.flatMap((subject, at) =>
            roles.flatMap((role, other) =>
              row.includes(subject) && column.includes(role) ? [3 * at + other] : [],
            ),
          ),
        ),
      ),
  )

test('keeps every combination of a printed cross table open, the finer ones that are not printed too', async () => {
  const cell = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
    { weight: 1, arbitrary: fc.integer({ min: 5, max: 12 }) },
  )
  const lines = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
  let printed = 0
  await fc.assert(
    fc.asyncProperty(lines, async (counts) => {
      const melders = crossed(counts)
      if (melders.length < 20) return
      const { report } = await reportOf(melders, asked)
      if (report.crossTables.length === 0) return
      printed += 1
      const table = counts.flat()
      const figures = readFrom(report).flatMap(({ categories, value }) => {
        const members = table.flatMap((_, atom) =>
          (categories['subject'] ?? subjects).includes(subjects[Math.floor(atom / 3)] ?? '') &&
          (categories['role'] ?? roles).includes(roles[atom % 3] ?? '')
            ? [atom]
            : [],
        )
        return typeof value === 'number' ? [{ members, value }] : []
      })
      const targets = combinations
        .filter((members) => members.reduce((sum, atom) => sum + (table[atom] ?? 0), 0) < 5)
        .map((members) => ({ id: members.join(), members }))
      const found = await audit({ atoms: 9, figures, targets })
      expect(found.filter(({ min, max }) => min > 0 || max < 5)).toEqual([])
      // And for everybody who knows of herself, in a combination of her own.
      for (const own of table.flatMap((value, atom) => (value > 0 ? [atom] : []))) {
        const others = targets.filter(({ members }) => !members.includes(own))
        const lowerBounds = table.map((_, atom) => (atom === own ? 1 : 0))
        const hers = await audit({ atoms: 9, lowerBounds, figures, targets: others })
        expect([own, hers.filter(({ min, max }) => min > 0 || max < 5)]).toEqual([own, []])
      }
    }),
    { numRuns: 150 },
  )
  expect(printed).toBeGreaterThan(5)
})

test('tells no more by giving a cross table up than the one-way tables do, to somebody who knows the program', async () => {
  const two = twoDimensions.map(({ name, ladder }) => {
    const pair = ladder[0]?.flat().slice(0, 2) ?? []
    return { name, ladder: [pair.map((one) => [one]), [pair]] }
  })
  const worlds: { table: number[]; oneWay: string; outputs: Set<string> }[] = []
  // Nine and eleven by subject, ten and ten; by role anything.
  for (const subject of [9, 10])
    for (let first = 0; first <= subject; first += 1)
      for (let second = 0; second <= 20 - subject; second += 1) {
        const table = [first, subject - first, second, 20 - subject - second]
        const outputs = new Set<string>()
        let oneWay = ''
        for (const secret of [1, 2, 3]) {
          const { report } = await reportOf(crossed([table.slice(0, 2), table.slice(2)]), {
            dimensions: two,
            crossTables: [['subject', 'role']],
            secret: new Uint8Array(32).fill(secret),
          })
          const { tables, crossTables, whatWasGivenUp, proof } = report
          oneWay = JSON.stringify(tables)
          outputs.add(JSON.stringify([tables, crossTables, whatWasGivenUp, proof.figures, proof.witnesses]))
        }
        worlds.push({ table, oneWay, outputs })
      }
  const seen = [...new Set(worlds.flatMap(({ outputs }) => [...outputs]))]
  expect(seen.length).toBeGreaterThan(5)
  for (const output of seen) {
    const possible = worlds.filter(({ outputs }) => outputs.has(output))
    const before = worlds.filter(({ oneWay }) => oneWay === possible[0]?.oneWay)
    for (const cell of [0, 1, 2, 3]) {
      const [told, known] = [possible, before].map((some) => {
        const values = some.map(({ table }) => table[cell] ?? 0)
        return { min: Math.min(...values), max: Math.max(...values) }
      })
      if (!told || !known) throw new Error('no world prints this')
      if (told.min < 5) expect([output, cell, told.min]).toEqual([output, cell, known.min])
      if (told.min < 5)
        expect([output, cell, told.max]).toEqual([output, cell, Math.max(told.max, Math.min(5, known.max))])
    }
  }
})
