import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type SettledJointReport } from '#shared/reports/joint-report.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { ledgerEntries, LEDGER_START, type LedgerValue, TOTAL } from '#shared/statistics/ledger.ts'
import { figuresInLines } from '../../renderer/features/reports/figures-in-lines.ts'
import { readingAid } from '../../renderer/features/reports/reading-aid.ts'
import { benchmark, BY_LOCATION, groupReport } from './gated-joint-report.ts'
import { bytesOf, printed } from './make.ts'

const keys = (
  figures: readonly { dimension: string; categories: readonly string[]; value: LedgerValue }[],
): string[] =>
  [
    ...new Set(
      figures.map(({ dimension, categories, value }) =>
        canonicalJson([dimension, [...categories].sort(), value]),
      ),
    ),
  ].sort()

/** What is written down as handed over: of all together, and of an entity by itself. One row says what the total says. */
function inLedger(report: SettledJointReport, among: readonly Id[] = []) {
  const entries = ledgerEntries(
    report.figures,
    { recipient: 'HR', document: 'joint', settledOn: calendarDate('2027-02-15') },
    LEDGER_START,
    among,
  )
  const together = entries.filter((one) => one.among !== undefined)
  const rowsOf = (dimension: string) =>
    new Set(together.filter((one) => one.dimension === dimension).map((one) => canonicalJson(one.categories)))
      .size
  return {
    together: keys(together.filter(({ dimension }) => dimension === TOTAL || rowsOf(dimension) > 1)),
    own: entries
      .filter((one) => one.among === undefined)
      .map(({ organisationId, value }) => ({ organisationId, value })),
  }
}

async function sheetLines(report: SettledJointReport): Promise<string[]> {
  const workbook = await readWorkbook(Buffer.from(await bytesOf({ kind: 'joint-xlsx', report })))
  return workbook.flatMap(({ data }) =>
    data.map((row) => row.map((cell) => (cell === null ? '' : String(cell as string | number))).join(' ')),
  )
}

/** A total as a cell of a table says it. */
function valueOf(text: string): LedgerValue {
  if (text === 'geen meldingen') return 0
  const [, from, to] = /^(\d+) tot (\d+)$/.exec(text) ?? []
  if (from !== undefined) return { from: Number(from), to: Number(to) }
  const [, below] = /^minder dan (\d+), of geen$/.exec(text) ?? []
  return below === undefined ? Number(text) : { from: 0, to: Number(below) - 1 }
}

/** The lines of entities: name, number of the Chamber of Commerce, locations, melders. */
function entitiesIn(lines: readonly string[], { group }: SettledJointReport) {
  return (group?.entities ?? []).map(({ organisationId, name, kvkNumber, locationCount }) => {
    const start = `${name} ${kvkNumber} ${locationCount} `
    const line = lines.find((one) => one.startsWith(start)) ?? ''
    return { organisationId, value: valueOf(line.slice(start.length)) }
  })
}

const KNOWN =
  /Vastgesteld op|^mei 2028$|staat er verder nergens|(rapportage|Vergelijking).* 20\d\d|van alle organisaties|Pagina \d+ van|controleberekening|telefonisch|^Certificaat|^Contact|LVV|000|Meegeteld zijn alle \d+ organisaties/i

const groups = [
  { as: 'with numbers', entities: [26, 14], presets: ['ordinary', 'ordinary'], total: 40 },
  { as: 'with nobody in one', entities: [26, 0], presets: ['ordinary', 'ordinary'], total: 26 },
  { as: 'with few', entities: [3, 2], presets: ['ordinary', 'ordinary'], total: 5 },
  {
    as: 'with a range for one',
    entities: [26, 3],
    presets: ['ordinary', 'careful'],
    total: { from: 26, to: 30 },
  },
  {
    as: 'with a strict one',
    entities: [26, 3],
    presets: ['ordinary', 'strict'],
    total: { from: 26, to: 35 },
  },
] as const

describe.each(groups)('the report of a group $as', ({ entities, presets, total }) => {
  const made = groupReport(
    entities.map((melders, index) => ({ melders, preset: presets[index] ?? 'ordinary' })),
  )

  it('shows in its PDF exactly the figures that the ledger has, of each entity too, and no other count', async () => {
    const report = await made
    const { lines } = await printed({ kind: 'joint-pdf', report })
    const { figures, otherNumbers } = figuresInLines(lines, readingAid(report))
    const ledger = inLedger(report)
    expect(keys(figures)).toEqual(ledger.together)
    expect(figures[0]).toMatchObject({ dimension: TOTAL, value: total })
    expect(entitiesIn(lines, report)).toEqual(ledger.own)
    const lineOfTotal = otherNumbers.filter((line) => line.startsWith('Totaal '))
    expect(lineOfTotal.map((line) => valueOf(line.slice('Totaal '.length)))).toEqual([total])
    const isEntity = (line: string) => report.group?.entities.some(({ name }) => line.startsWith(name))
    expect(
      otherNumbers.filter((line) => !KNOWN.test(line) && !isEntity(line) && !lineOfTotal.includes(line)),
    ).toEqual([])
  })

  it('shows in its spreadsheet the same', async () => {
    const report = await made
    const lines = await sheetLines(report)
    const { figures } = figuresInLines(lines, readingAid(report))
    const ledger = inLedger(report)
    expect(keys(figures.filter(({ dimension }) => dimension !== TOTAL))).toEqual(
      ledger.together.filter((key) => !key.includes(`"${TOTAL}"`)),
    )
    expect(entitiesIn(lines, report)).toEqual(ledger.own)
    const line = lines.find((one) => one.startsWith('Totaal '))?.replace(/^Totaal +/, '') ?? ''
    expect(valueOf(line)).toEqual(total)
  })
})

it('calls the locations of a group by name, in its PDF and its spreadsheet', async () => {
  const report = await groupReport(
    [
      { melders: 40, preset: 'ordinary' },
      { melders: 30, preset: 'ordinary' },
    ],
    BY_LOCATION,
  )
  const { lines } = await printed({ kind: 'joint-pdf', report })
  for (const there of [lines, await sheetLines(report)]) {
    const { figures } = figuresInLines(there, readingAid(report))
    expect(keys(figures.filter(({ dimension }) => dimension !== TOTAL))).toEqual(
      inLedger(report).together.filter((key) => !key.includes(`"${TOTAL}"`)),
    )
    expect(there).toContain('Zandkasteel 24')
  }
})

it('says of many people whose number may not be said that it is no number, and not that they are few', async () => {
  const report = await groupReport([
    { melders: 26, preset: 'ordinary' },
    { melders: 3, preset: 'careful' },
  ])
  expect(report.figures.tables).toEqual([])
  const { text } = await printed({ kind: 'joint-pdf', report })
  expect(text).toContain('Een uitsplitsing telt op tot een precies totaal')
  expect(text).not.toMatch(/aantal melders te klein|Bij kleine aantallen/)
})

describe('the benchmark of a caseload', () => {
  const made = benchmark([9, 3, 6, 0, 4, 7])

  it('shows in its PDF exactly the figures that the ledger of every organisation has, and no other count', async () => {
    const { report, among } = await made
    const { lines, text } = await printed({ kind: 'joint-pdf', report })
    const { figures, otherNumbers } = figuresInLines(lines, readingAid(report))
    const ledger = inLedger(report, among)
    expect(keys(figures)).toEqual(ledger.together)
    expect(ledger.own).toEqual([])
    expect(figures[0]).toMatchObject({ dimension: TOTAL, value: 29 })
    expect(otherNumbers.filter((line) => !KNOWN.test(line))).toEqual([])
    expect(text).toContain('Meegeteld zijn alle 6 organisaties waarvoor ik dat jaar werkte')
    expect(text).toContain('Krijgt u van uw eigen organisatie alleen een totaal')
  })

  it('shows in its spreadsheet the same', async () => {
    const { report, among } = await made
    const lines = await sheetLines(report)
    const { figures } = figuresInLines(lines, readingAid(report))
    expect(keys(figures.filter(({ dimension }) => dimension !== TOTAL))).toEqual(
      inLedger(report, among).together.filter((key) => !key.includes(`"${TOTAL}"`)),
    )
    expect(lines.map((line) => line.trim())).toContain('Totaal 29')
  })

  it('is made of nothing but figures whose seal fits, and a file of nothing that is no more than a draft', async () => {
    const { report } = await made
    const changed = { ...report, figures: { ...report.figures, total: { shown: 'exact', value: 30 } } }
    await expect(bytesOf({ kind: 'joint-pdf', report: changed as never })).rejects.toThrow('not-permitted')
    const draft = { ...report, status: 'draft', settledOn: null }
    await expect(bytesOf({ kind: 'joint-xlsx', report: draft as never })).rejects.toThrow('not-permitted')
    const preview = await printed({ kind: 'joint-preview', report: draft as never })
    expect(preview.pages.every(({ lines }) => lines.includes('Concept'))).toBe(true)
  })
})
