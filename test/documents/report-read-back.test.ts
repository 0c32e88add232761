import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { type AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { LEDGER_START, ledgerEntries, TOTAL } from '#shared/statistics/ledger.ts'
import { type Preset } from '#shared/statistics/presets.ts'
import { periodKey } from '#shared/statistics/report-period.ts'
import { figuresInLines, type ReadFigure } from '../../renderer/features/reports/figures-in-lines.ts'
import { readingAid } from '../../renderer/features/reports/reading-aid.ts'
import { linesOf } from '../../renderer/ui/pdf/lines-of-text.ts'
import { throughGate } from './gated-report.ts'
import { bytesOf, printed } from './make.ts'
import { sampleReport } from './sample-report.ts'

const EMPTY = { signals: '', recommendations: [], followUps: [], lookingBack: '', workPlan: '' }

/** A settled report of so many fictional melders, with nothing in it but figures and how they were kept safe. */
async function settled(preset: Preset, melders: number, advisorCount = 1): Promise<AnnualReport> {
  return sampleReport({
    advisorCount,
    figures: await throughGate(preset, melders),
    earlierYears: [],
    activities: [],
    narrative: EMPTY,
  })
}

const keys = (figures: readonly Omit<ReadFigure, 'value'>[]) =>
  [...new Set(figures.map((figure) => canonicalJson(keyOf(figure as ReadFigure))))].sort()

function keyOf({ period, dimension, categories, value }: ReadFigure) {
  return [periodKey(period), dimension, [...categories].sort(), value]
}

/** What was written down as handed over. A table of one row says what the total says, and is not printed. */
function inLedger(report: AnnualReport): string[] {
  const entries = ledgerEntries(
    report.figures,
    { recipient: 'Directie', document: 'annual-report', settledOn: SettledReport.parse(report).settledOn },
    LEDGER_START,
  )
  const rowsOf = (dimension: string) => entries.filter((one) => one.dimension === dimension).length
  return keys(entries.filter(({ dimension }) => dimension === TOTAL || rowsOf(dimension) > 1))
}

describe.each(['ordinary', 'careful', 'strict'] as const)('a report with the preset %s', (preset) => {
  it.each([0, 3, 7, 14, 60])(
    'of %i melders shows in its PDF exactly the figures that the ledger has, and no other count',
    async (melders) => {
      const report = await settled(preset, melders)
      const { lines } = await printed({ kind: 'report-pdf', report: SettledReport.parse(report) })
      const { figures, otherNumbers } = figuresInLines(lines, readingAid(report))
      expect(keys(figures)).toEqual(inLedger(report))
      const elsewhere = otherNumbers.filter(
        (line) =>
          !/Vastgesteld op|^mei 2028$|staat er verder nergens|rapportage.* 20\d\d|Pagina \d+ van|controleberekening|ondergrens|minder dan|telefonisch|^Certificaat|^Contact|mensen kunnen bij mij terecht|0 tot 4|Vanaf 10|LVV|000/i.test(
            line,
          ),
      )
      expect(elsewhere).toEqual([])
    },
  )

  it.each([0, 60])(
    'of %i melders of a team shows exactly the figures that the ledger has',
    async (melders) => {
      const report = await settled(preset, melders, 2)
      const { lines, text } = await printed({ kind: 'report-pdf', report: SettledReport.parse(report) })
      expect(text).toContain('van twee vertrouwenspersonen samen')
      expect(keys(figuresInLines(lines, readingAid(report)).figures)).toEqual(inLedger(report))
    },
  )

  it.each([3, 60])(
    'of %i melders shows in its spreadsheet exactly the figures that the ledger has',
    async (melders) => {
      const report = await settled(preset, melders)
      const bytes = await bytesOf({ kind: 'report-xlsx', report: SettledReport.parse(report) })
      const workbook = await readWorkbook(Buffer.from(bytes))
      const lines = workbook.flatMap(({ data }) =>
        data.map((row) =>
          row.map((cell) => (cell === null ? '' : String(cell as string | number))).join(' '),
        ),
      )
      const { figures } = figuresInLines(lines, readingAid(report))
      const totals = inLedger(report).filter((key) => key.includes(`"${TOTAL}"`))
      const breakdowns = inLedger(report).filter((key) => !key.includes(`"${TOTAL}"`))
      expect(keys(figures.filter(({ dimension }) => dimension !== TOTAL))).toEqual(breakdowns)
      expect(totals).toHaveLength(1)
      for (const total of keys(figures.filter(({ dimension }) => dimension === TOTAL)))
        expect(totals).toContain(total)
    },
  )
})

describe('reading lines back', () => {
  it('puts pieces that touch together and reads from left to right, from top to bottom', () => {
    const piece = (str: string, x: number, y: number, width: number) => ({
      str,
      width,
      transform: [1, 0, 0, 1, x, y],
    })
    expect(
      linesOf([
        piece('8', 90, 50, 5),
        piece('Bejege', 10, 51, 30),
        piece('ning', 40, 50, 20),
        piece('Kop', 10, 80, 20),
      ]),
    ).toEqual(['Kop', 'Bejegening 8'])
  })

  it('keeps a count in the running text apart, so that nobody overlooks it', () => {
    const { figures, otherNumbers } = figuresInLines(
      ['Er kwamen 2 stagiairs langs.', 'Onderwerp', 'Melders 2026', 'Totaal 12'],
      readingAid(sampleReport()),
    )
    expect(otherNumbers).toEqual(['Er kwamen 2 stagiairs langs.'])
    expect(figures).toEqual([
      { period: { year: 2026, half: null }, dimension: TOTAL, categories: [], value: 12 },
    ])
  })
})
