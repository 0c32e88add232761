import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Id } from '#shared/kernel/id.ts'
import { brokenLink, ledgerEntries, LEDGER_START, LedgerFigure } from '#shared/statistics/ledger.ts'
import type { Preset } from '#shared/statistics/presets.ts'
import type { UseShown } from '#shared/statistics/report-basis.ts'
import { neededMelders } from '#shared/statistics/earlier-figures.ts'
import { protectBenchmark } from '#shared/statistics/protect-benchmark.ts'
import { protectGroup } from '#shared/statistics/protect-group.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import { ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { ReportDimension, ReportMelder } from '#shared/statistics/report-dimension.ts'
import { learned, readFrom, type Read } from './joint-attack.ts'
import { twoDimensions } from './report-history.ts'
import { handover, reportRequest } from './report-of.ts'

vi.setConfig({ testTimeout: 300_000 })

const id = (number: number): Id => Id.parse(String(number).padStart(26, '0'))
const six = [1, 2, 3, 4, 5, 6].map(id)
const three = six.slice(0, 3)
const year = { year: 2025, half: null }
const secret = new Uint8Array(32).fill(9)
const subject = twoDimensions.filter(({ name }) => name === 'subject')

/** So many of each subject for each organisation in turn. */
function among(organisations: readonly Id[], counts: readonly (readonly number[])[]): ReportMelder[] {
  return organisations.flatMap((organisationId, index) =>
    ['policy', 'treatment', 'conflict'].flatMap((category, place) =>
      Array.from({ length: counts[index]?.[place] ?? 0 }, () => ({
        organisationId,
        subject: category,
        time: '2025-1',
        accusedLink: null,
      })),
    ),
  )
}

function grouped(
  melders: readonly ReportMelder[],
  presets: readonly Preset[],
  ledger: readonly LedgerFigure[] = [],
) {
  return protectGroup({
    groupId: id(90),
    entities: presets.map((preset, index) => ({ organisationId: id(index + 1), settings: { preset } })),
    reportId: id(91),
    period: year,
    settings: { preset: 'ordinary' },
    melders,
    dimensions: subject,
    crossTables: [],
    use: [],
    ledger,
    secret,
  })
}

const benchmark = (
  melders: readonly ReportMelder[],
  organisations = six,
  ledger: readonly LedgerFigure[] = [],
  use: UseShown[] = [],
) =>
  protectBenchmark({
    reportId: id(92),
    year: 2025,
    organisations,
    settings: {},
    melders,
    dimensions: subject,
    use,
    ledger,
    secret,
  })

const of = (
  organisationId: Id,
  melders: readonly ReportMelder[],
  ledger: readonly LedgerFigure[],
  number: number,
  preset: Preset = 'ordinary',
) =>
  protectReport(
    reportRequest(melders, {
      organisationId,
      settings: { preset },
      reportId: id(number),
      dimensions: subject,
      ledger,
      period: year,
    }),
  )

/** All organisations as one more dimension, for who looks at everything at once. */
const withOrganisations = (organisations: readonly Id[]): ReportDimension[] => [
  ...subject,
  { name: 'organisationId', ladder: [organisations.map((one) => [one]), [organisations]] },
]

describe('a report of a group', () => {
  const melders = among(three, [
    [9, 8, 7],
    [2, 0, 0],
    [0, 0, 0],
  ])

  test('shows the total of each entity as its own preset does, and the tables of all together', async () => {
    const answer = await grouped(melders, ['ordinary', 'ordinary', 'ordinary'])
    if ('refused' in answer) throw new Error(answer.refused)
    const { report } = answer
    expect(ProtectedReport.parse(structuredClone(report))).toEqual(report)
    expect(report.total).toEqual({ shown: 'exact', value: 26 })
    expect(report.about).toMatchObject({
      kind: 'group',
      entities: [24, 2, 0].map((value, index) => ({
        organisationId: id(index + 1),
        total: { shown: 'exact', value },
      })),
    })
    expect(report.tables.length).toBeGreaterThan(0)
  })

  test('says no more about the whole than an entity lets it say about itself', async () => {
    const answer = await grouped(melders, ['ordinary', 'careful', 'ordinary'])
    expect('report' in answer && answer.report).toMatchObject({
      total: { shown: 'band', from: 24, to: 28 },
      tables: [],
    })
  })

  test('takes the strictest threshold of all', async () => {
    const answer = await grouped(melders, ['ordinary', 'strict', 'ordinary'])
    expect('report' in answer && answer.report.threshold).toBe(10)
  })

  test('is written into the ledger of every entity, and bears on their own reports', async () => {
    const even = among(three, [
      [9, 8, 7],
      [8, 2, 9],
      [7, 9, 8],
    ])
    const answer = await grouped(even, ['ordinary', 'ordinary', 'ordinary'])
    if ('refused' in answer) throw new Error(answer.refused)
    const ledger = ledgerEntries(answer.report, handover, LEDGER_START)
    expect(brokenLink(ledger)).toBe(null)
    expect(ledger.map((figure) => LedgerFigure.parse(structuredClone(figure)))).toEqual(ledger)
    expect(new Set(ledger.map(({ organisationId }) => organisationId))).toEqual(new Set(three))
    expect(neededMelders(ledger, { organisationId: id(1), period: year }).organisations).toEqual(three)
    // 19 about treatment in the group: beside 8 of the first and 9 of the third, 2 of the second would show.
    const first = await of(id(1), even, ledger, 101)
    if ('refused' in first) throw new Error(first.refused)
    const longer = [...ledger, ...ledgerEntries(first.report, handover, ledger.at(-1)?.hash ?? '')]
    const third = await of(id(3), even, longer, 103)
    const rows = 'report' in third ? third.report.tables.flatMap((table) => table.rows) : []
    expect(
      rows.filter(({ categories, value }) => categories.join() === 'treatment' && value !== 'hidden'),
    ).toEqual([])
  })
})

describe('the benchmark', () => {
  const even = among(
    six,
    six.map(() => [3, 2, 2]),
  )

  test('shows the number and tables of at least five organisations, none of them with more than half', async () => {
    const answer = await benchmark(even)
    expect('report' in answer && answer.report).toMatchObject({
      about: { kind: 'caseload', organisations: 6 },
      total: { shown: 'exact', value: 42 },
      tables: [{ dimension: 'subject', rows: [{ value: 18 }, { value: 12 }, { value: 12 }] }],
    })
    expect(await benchmark(among(six, [[9], [9], [9], [9]]))).toEqual({ refused: 'too-few-organisations' })
    expect(await benchmark(among(six, [[9], [9], [9], [9], [40]]))).toEqual({
      refused: 'one-organisation-dominates',
    })
  })

  test('is refused where it would tell how many came from the one organisation that said nothing', async () => {
    const melders = among(six, [[12], [12], [12], [12], [12], [2]])
    let ledger: LedgerFigure[] = []
    for (const [index, organisationId] of six.slice(0, 5).entries()) {
      const answer = await of(organisationId, melders, ledger, 110 + index)
      if ('refused' in answer) throw new Error(answer.refused)
      ledger = [...ledger, ...ledgerEntries(answer.report, handover, ledger.at(-1)?.hash ?? LEDGER_START)]
    }
    const answer = await benchmark(melders, six, ledger)
    expect(answer).toMatchObject({ refused: 'earlier-figures-in-the-way' })
    expect(
      'figures' in answer && new Set(answer.figures?.map(({ organisationId }) => organisationId)),
    ).toEqual(new Set(six.slice(0, 5)))
  })

  test('is refused where it would narrow a range beside what the invoices of others tell', async () => {
    const melders = among(six, [[12], [12], [5], [3], [1], [1]])
    let ledger: LedgerFigure[] = []
    for (const [index, organisationId] of six.slice(0, 4).entries()) {
      const preset = index < 2 ? 'ordinary' : 'careful'
      const answer = await of(organisationId, melders, ledger, 110 + index, preset)
      if ('refused' in answer) throw new Error(answer.refused)
      ledger = [...ledger, ...ledgerEntries(answer.report, handover, ledger.at(-1)?.hash ?? LEDGER_START)]
    }
    // Ten of the last four, at least five of them of the third: up to four remain for the fourth, as its range says.
    expect(await benchmark(melders, six, ledger)).toHaveProperty('report')
    const use = six.slice(4).map((organisationId) => ({
      organisationId,
      period: '2025-1' as const,
      use: 'some' as const,
    }))
    // One at least of the fifth and one of the sixth: three for the fourth.
    expect(await benchmark(melders, six, ledger, use)).toMatchObject({
      refused: 'earlier-figures-in-the-way',
    })
  })

  test('bears on the reports that come after it: the last organisation keeps silent', async () => {
    const melders = among(six, [[12], [12], [12], [12], [12], [2]])
    const answer = await benchmark(melders)
    if ('refused' in answer) throw new Error(answer.refused)
    let ledger = ledgerEntries(answer.report, handover, LEDGER_START, six)
    const answers: string[] = []
    for (const [index, organisationId] of six.slice(0, 5).entries()) {
      const own = await of(organisationId, melders, ledger, 110 + index)
      answers.push('refused' in own ? own.refused : 'printed')
      if ('report' in own)
        ledger = [...ledger, ...ledgerEntries(own.report, handover, ledger.at(-1)?.hash ?? LEDGER_START)]
    }
    expect(answers).toEqual(['printed', 'printed', 'printed', 'printed', 'earlier-figures-in-the-way'])
  })
})

test('prints no row in a benchmark that an organisation could fill by itself, so that every one of them can have its own report', async () => {
  // Five of conflict in all, and six people of the second: one at least of those had no conflict, once their number is told.
  const melders = among(six, [
    [0, 3, 0],
    [3, 3, 0],
    [0, 0, 1],
    [0, 0, 2],
    [3, 0, 2],
    [0, 3, 0],
  ])
  const first = await benchmark(melders)
  if ('refused' in first) throw new Error(first.refused)
  expect(first.report.tables).toEqual([])
  const ledger = ledgerEntries(first.report, handover, LEDGER_START, six)
  expect(await grouped(melders, ['careful', 'ordinary', 'careful'], ledger)).toHaveProperty('report')
})

test('keeps groups, benchmark and own reports together as open as each alone, for every caseload', async () => {
  const counts = fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: 12 })), {
      minLength: 3,
      maxLength: 3,
    }),
    { minLength: 6, maxLength: 6 },
  )
  const story = fc.record({
    counts,
    presets: fc.array(fc.constantFrom<Preset>('ordinary', 'careful'), {
      minLength: 6,
      maxLength: 6,
    }),
    order: fc.shuffledSubarray(['group', 'benchmark', 1, 2, 4] as const, { minLength: 2, maxLength: 4 }),
  })
  let printed = 0
  await fc.assert(
    fc.asyncProperty(story, async ({ counts: drawn, presets, order }) => {
      const melders = among(six, drawn)
      let ledger: LedgerFigure[] = []
      let reads: Read[] = []
      for (const step of order) {
        const answer =
          step === 'group'
            ? await grouped(melders, presets.slice(0, 3), ledger)
            : step === 'benchmark'
              ? await benchmark(melders, six, ledger)
              : await of(id(step), melders, ledger, 200 + step, presets[step - 1])
        if ('refused' in answer) continue
        printed += answer.report.tables.length
        const who = step === 'group' ? three : step === 'benchmark' ? six : [id(step)]
        reads = [...reads, ...readFrom(answer.report, who)]
        ledger = [
          ...ledger,
          ...ledgerEntries(answer.report, handover, ledger.at(-1)?.hash ?? LEDGER_START, six),
        ]
        const dimensions = withOrganisations(six)
        expect([step, await learned(reads, [], melders, dimensions, answer.report.threshold)]).toEqual([
          step,
          [],
        ])
      }
    }),
    { numRuns: 60 },
  )
  expect(printed).toBeGreaterThan(20)
})
