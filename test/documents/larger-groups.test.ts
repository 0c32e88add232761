import { describe, expect, it } from 'vitest'
import { chained, LEDGER_START, ledgerEntries } from '#shared/statistics/ledger.ts'
import { type AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { subSubjectsOf } from '#shared/casework/subjects.ts'
import { isAddedUp } from '../../electron/vault/reporting/added-up.ts'
import { readOwnSpreadsheet } from '../../renderer/documents/read-back/own-spreadsheet.ts'
import { figuresInLines } from '../../renderer/features/reports/figures-in-lines.ts'
import { readingAid } from '../../renderer/features/reports/reading-aid.ts'
import { bytesOf, printed } from './make.ts'
import { sampleReport, sealed } from './sample-report.ts'

const policy = subSubjectsOf('policy')
const treatment = subSubjectsOf('treatment')
const conflict = subSubjectsOf('workplace-conflict')
const others = [...subSubjectsOf('advice-on-regulations'), ...subSubjectsOf('unknown')]

type Row = { categories: string[]; value: number | 'hidden' }
const row = (categories: readonly string[], value: Row['value']): Row => ({
  categories: [...categories],
  value,
})

const inside = ['professional', 'childminder', 'trainee', 'volunteer', 'manager', 'board']
const outside = ['parent', 'parent-committee', 'other', 'unknown']

function year(of: number, value: number, rows: Row[], crossTables: unknown[] = []) {
  return sealed({
    period: { year: of, half: null },
    total: { shown: 'exact', value },
    tables: [
      { dimension: 'subject', rows },
      { dimension: 'role', rows: [row(inside, value - 8), row(outside, 8)] },
    ],
    ...({ crossTables } as object),
  })
}

const small = (a: Row['value'], b: Row['value'], c: Row['value'], d: Row['value']) => [
  row(policy, a),
  row(treatment, b),
  row(conflict, c),
  row(others, d),
]
const crossTable = {
  dimensions: ['subject', 'role'],
  rows: [
    [...treatment, ...conflict],
    [...policy, ...others],
  ],
  columns: [inside, outside],
  values: [
    [20, 'hidden'],
    [14, 'hidden'],
  ],
}

function report(rows: Row[]): AnnualReport {
  return sampleReport({
    figures: year(2026, 46, rows, [crossTable]),
    earlierYears: [
      { year: 2025, figures: year(2025, 40, small(10, 10, 12, 8)) },
      {
        year: 2024,
        figures: year(2024, 30, [row(treatment, 9), row(conflict, 11), row([...policy, ...others], 10)]),
      },
    ],
    activities: [],
  })
}

const whole = report(small(12, 14, 12, 8))

async function filesOf(of: AnnualReport): Promise<{ paper: string[]; sheets: string[] }> {
  const settled = SettledReport.parse(of)
  const { lines } = await printed({ kind: 'report-pdf', report: settled })
  const { rows } = await readOwnSpreadsheet(await bytesOf({ kind: 'report-xlsx', report: settled }))
  return { paper: lines, sheets: rows }
}

describe('years with other rows', () => {
  it('stand beside each other in the rows they have in common, on paper and in the spreadsheet', async () => {
    const { paper, sheets } = await filesOf(whole)
    for (const line of [
      'Beleid en organisatie 10 12',
      'Bejegening 9 10 14',
      'Conflict in de werksituatie 11 12 12',
    ]) {
      expect(paper).toContain(line)
      expect(sheets).toContain(line)
    }
    expect(paper).toContain('Onderwerp, in grotere groepen naast eerdere jaren')
    expect(sheets).toContain(
      'Beleid en organisatie, advies over regelingen of onderwerp niet genoemd 10 18 20',
    )
  })

  it('are not added up where one of the rows is not shown', async () => {
    const { paper } = await filesOf(report(small('hidden', 14, 12, 'hidden')))
    expect(paper).not.toContain('Onderwerp, in grotere groepen naast eerdere jaren')
    expect(paper.join(' ')).toContain('Waar een eerder jaar niet naast dit jaar staat')
  })
})

describe('a cross table', () => {
  it('has the totals that other tables of the report say, and none of a row that these do not show', async () => {
    const { paper, sheets } = await filesOf(whole)
    for (const lines of [paper, sheets]) {
      expect(lines).toContain('Bejegening of conflict in de werksituatie 20 · 26')
      expect(lines).toContain('Totaal 38 8 46')
    }
    const hidden = await filesOf(report(small(12, 'hidden', 12, 'hidden')))
    expect(hidden.sheets).toContain('Bejegening of conflict in de werksituatie 20 ·')
    expect(hidden.sheets).toContain('Totaal 38 8')
  })
})

describe('what is read back from such a report', () => {
  const handedOut = chained(
    [whole.figures, ...whole.earlierYears.flatMap(({ figures }) => figures ?? [])].flatMap((figures) =>
      ledgerEntries(
        figures,
        { recipient: 'Directie', document: 'annual-report', settledOn: SettledReport.parse(whole).settledOn },
        LEDGER_START,
      ).map(({ previousHash: _, hash: __, ...entry }) => entry),
    ),
    LEDGER_START,
  )

  it('is what was handed out, or comes of adding that up', async () => {
    const { paper, sheets } = await filesOf(whole)
    const known = (figure: {
      period: unknown
      dimension: string
      categories: readonly string[]
      crossing?: unknown
      value: unknown
    }) =>
      handedOut.some(
        (one) =>
          JSON.stringify([
            one.period,
            one.dimension,
            [...one.categories].sort(),
            one.crossing?.categories,
            one.value,
          ]) ===
          JSON.stringify([
            figure.period,
            figure.dimension,
            [...figure.categories].sort(),
            (figure.crossing as { categories: string[] } | undefined)?.categories,
            figure.value,
          ]),
      )
    for (const lines of [paper, sheets]) {
      const { figures } = figuresInLines(lines, readingAid(whole))
      expect(figures.filter((figure) => !known(figure) && !isAddedUp(figure, handedOut))).toEqual([])
      expect(figures.filter((figure) => !known(figure)).map(({ value }) => value)).toEqual(
        expect.arrayContaining([18, 20, 26]),
      )
    }
  })

  it('does not pass for a sum when it is another number, or when a row is not shown', () => {
    const period = { year: 2026, half: null }
    const categories = [...policy, ...others]
    expect(isAddedUp({ period, dimension: 'subject', categories, value: 20 }, handedOut)).toBe(true)
    expect(isAddedUp({ period, dimension: 'subject', categories, value: 19 }, handedOut)).toBe(false)
    expect(
      isAddedUp({ period, dimension: 'subject', categories: policy.slice(1), value: 12 }, handedOut),
    ).toBe(false)
    const dotted = handedOut.map((one) => (one.value === 12 ? { ...one, value: 'hidden' as const } : one))
    expect(isAddedUp({ period, dimension: 'subject', categories, value: 20 }, dotted)).toBe(false)
  })
})
