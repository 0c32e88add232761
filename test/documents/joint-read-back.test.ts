import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type SettledJointReport } from '#shared/reports/joint-report.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { ledgerEntries, LEDGER_START, type LedgerValue, TOTAL } from '#shared/statistics/ledger.ts'
import { readOwnSpreadsheet } from '../../renderer/documents/read-back/own-spreadsheet.ts'
import { figuresInLines } from '../../renderer/features/reports/figures-in-lines.ts'
import { readingAid } from '../../renderer/features/reports/reading-aid.ts'
import { benchmark, BY_LOCATION, groupReport } from './gated-joint-report.ts'
import { bytesOf, printed } from './make.ts'
import { readBackPdf } from './raw-pdf.ts'

type Read = {
  dimension: string
  categories: readonly string[]
  among?: readonly string[] | undefined
  value: LedgerValue
}

/** What figures say, of whom where it is one entity. */
const keys = (figures: readonly Read[]): string[] =>
  [
    ...new Set(
      figures.map(({ dimension, categories, among, value }) =>
        canonicalJson([dimension, [...categories].sort(), among ?? null, value]),
      ),
    ),
  ].sort()

/** What is written down as handed over: of all together, and of an entity by itself. One row says what the total says. */
function inLedger(report: SettledJointReport, among: readonly Id[] = []): string[] {
  const entries = ledgerEntries(
    report.figures,
    { recipient: 'HR', document: 'joint', settledOn: calendarDate('2027-02-15') },
    LEDGER_START,
    among,
  )
  const together = entries.flatMap(({ among: all, ...one }) => (all === undefined ? [] : [one]))
  const own = entries.flatMap((one) =>
    one.among === undefined ? [{ ...one, among: [one.organisationId] }] : [],
  )
  const rowsOf = (dimension: string) =>
    new Set(together.filter((one) => one.dimension === dimension).map((one) => canonicalJson(one.categories)))
      .size
  return keys([...own, ...together.filter(({ dimension }) => dimension === TOTAL || rowsOf(dimension) > 1)])
}

/** Both files, read back as the program reads them. */
async function readBoth(report: SettledJointReport, aid = readingAid(report)) {
  const pages = await readBackPdf(await bytesOf({ kind: 'joint-pdf', report }))
  const sheets = await readOwnSpreadsheet(await bytesOf({ kind: 'joint-xlsx', report }))
  const [pdf, spreadsheet] = [figuresInLines(pages.lines, aid), figuresInLines(sheets.rows, aid)]
  return {
    pdf: keys(pdf.figures),
    spreadsheet: keys(spreadsheet.figures),
    others: [
      ...pdf.otherNumbers,
      ...pages.elsewhere,
      ...spreadsheet.otherNumbers,
      ...sheets.elsewhere,
    ].filter((line) => /\d/.test(line) && !KNOWN.test(line)),
    lines: { pdf: pages.lines, spreadsheet: sheets.rows },
  }
}

const KNOWN =
  /Vastgesteld op|^mei 2028$|staat er verder nergens|(rapportage|Vergelijking).* 20\d\d|van alle organisaties|Pagina \d+ van|controleberekening|telefonisch|^Certificaat|^Contact|LVV|^1\.\d$|^D:20270215000000Z$|Meegeteld zijn alle \d+ organisaties/i

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

  it('shows in its PDF and its spreadsheet exactly the figures that the ledger has, of each entity too, and no other count', async () => {
    const report = await made
    const { pdf, spreadsheet, others } = await readBoth(report)
    expect(pdf).toEqual(inLedger(report))
    expect(spreadsheet).toEqual(inLedger(report))
    expect(pdf).toContain(canonicalJson([TOTAL, [], null, total]))
    expect(others).toEqual([])
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
  const { pdf, spreadsheet, lines } = await readBoth(report)
  expect(pdf).toEqual(inLedger(report))
  expect(spreadsheet).toEqual(inLedger(report))
  expect(lines.pdf).toContain('Zandkasteel 20')
  expect(lines.spreadsheet).toContain('Zandkasteel 20')
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

  it('shows in its PDF and its spreadsheet exactly the figures that the ledger of every organisation has, and no other count', async () => {
    const { report, among } = await made
    const { pdf, spreadsheet, others, lines } = await readBoth(report)
    expect(pdf).toEqual(inLedger(report, among))
    expect(spreadsheet).toEqual(inLedger(report, among))
    expect(pdf).toContain(canonicalJson([TOTAL, [], null, 29]))
    expect(others).toEqual([])
    const text = lines.pdf.join(' ')
    expect(text).toContain('Meegeteld zijn alle 6 organisaties waarvoor ik dat jaar werkte')
    expect(text).toContain('Krijgt u van uw eigen organisatie alleen een totaal')
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

describe('reading the files of a group back', () => {
  const made = groupReport([
    { melders: 26, preset: 'ordinary' },
    { melders: 3, preset: 'strict' },
  ])
  const total = (value: LedgerValue, among?: Id[]): Read => ({
    dimension: TOTAL,
    categories: [],
    among,
    value,
  })
  const read = (lines: readonly string[], report: SettledJointReport) =>
    figuresInLines(['Onderdeel KvK-nummer Locaties Melders', ...lines], readingAid(report))

  /** The same group with other names for its entities. */
  const named = ({ group, ...report }: SettledJointReport, ...names: [name: string, kvkNumber: string][]) =>
    ({
      ...report,
      group: group && {
        ...group,
        entities: group.entities.map((one, index) => ({
          ...one,
          name: names[index]?.[0] ?? '',
          kvkNumber: names[index]?.[1] ?? '',
        })),
      },
    }) satisfies SettledJointReport as SettledJointReport

  it('knows an entity by a long name that goes on below, and one without a number of the Chamber of Commerce', async () => {
    const long =
      'Stichting Peuterspeelzalen en Buitenschoolse Opvang De Verzonnen Luchtkastelen van Nergenshuizen 20'
    const report = named(await made, [long, ''], [`${long} en omstreken 2`, ''])
    const { pdf, spreadsheet, others } = await readBoth(report)
    expect(pdf).toEqual(inLedger(report))
    expect(spreadsheet).toEqual(inLedger(report))
    expect(others).toEqual([])
  })

  it('finds in a changed file what was changed, and keeps apart what it does not know', async () => {
    const report = await made
    const [first, second] = (report.group?.entities ?? []).map(({ organisationId }) => [organisationId])
    const { figures, otherNumbers } = read(
      [
        'Fantasia A 00000001 4 26',
        'Fantasia B 00000002 5 3',
        'Fantasia C 00000003 6 4',
        'Fantasia 00000001 4 7',
        'Totaal 29',
      ],
      report,
    )
    expect(keys(figures)).toEqual(keys([total(26, first), total(3, second), total(29)]))
    expect(otherNumbers).toEqual(['Fantasia C 00000003 6 4', 'Fantasia 00000001 4 7'])
  })

  it('survives the files of another group and of a comparison', async () => {
    const other = await groupReport([
      { melders: 14, preset: 'ordinary' },
      { melders: 12, preset: 'ordinary' },
    ])
    const report = await made
    const strange = named(report, ['Onbekend Een', '00000001'], ['Onbekend Twee', '00000002'])
    const read = await readBoth(other, readingAid(strange))
    expect(read.pdf).toContain(canonicalJson([TOTAL, [], null, 26]))
    expect(read.others.filter((line) => line.startsWith('Fantasia'))).toEqual([
      'Fantasia A 00000001 4 14',
      'Fantasia B 00000002 5 12',
      'Fantasia A 00000001 4 14',
      'Fantasia B 00000002 5 12',
    ])
    const comparison = (await benchmark([9, 3, 6, 0, 4, 7])).report
    expect((await readBoth(comparison, readingAid(report))).pdf).toContain(
      canonicalJson([TOTAL, [], null, 29]),
    )
  })
})
