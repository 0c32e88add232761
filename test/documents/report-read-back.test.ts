import { describe, expect, it } from 'vitest'
import { type AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { LEDGER_START, ledgerEntries, TOTAL } from '#shared/statistics/ledger.ts'
import { type ProtectedReport } from '#shared/statistics/protected-report.ts'
import { periodKey } from '#shared/statistics/report-period.ts'
import { readOwnSpreadsheet } from '../../renderer/documents/read-back/own-spreadsheet.ts'
import { figuresInLines, type ReadFigure } from '../../renderer/features/reports/figures-in-lines.ts'
import { readingAid } from '../../renderer/features/reports/reading-aid.ts'
import { linesOf } from '../../renderer/ui/pdf/lines-of-text.ts'
import { throughGate } from './gated-report.ts'
import { bytesOf } from './make.ts'
import { rawPdf, readBackPdf } from './raw-pdf.ts'
import { sampleReport } from './sample-report.ts'

const EMPTY = { signals: '', recommendations: [], followUps: [], lookingBack: '', workPlan: '' }

/** A settled report with nothing in it but figures and how they were kept safe. */
function settled(figures: ProtectedReport, advisorCount = 1): SettledReport {
  const report = sampleReport({ advisorCount, figures, earlierYears: [], activities: [], narrative: EMPTY })
  return SettledReport.parse(report)
}

const keys = (figures: readonly Omit<ReadFigure, 'period'>[], { period }: AnnualReport) =>
  [...new Set(figures.map((figure) => canonicalJson(keyOf({ period, ...figure }))))].sort()

function keyOf({ period, dimension, categories, crossing, value }: ReadFigure) {
  const other = crossing && [crossing.dimension, [...crossing.categories].sort()]
  return [periodKey(period), dimension, [...categories].sort(), other ?? null, value]
}

/** What was written down as handed over. A table of one row says what the total says, and is not printed. */
function inLedger(report: SettledReport): string[] {
  const entries = ledgerEntries(
    report.figures,
    { recipient: 'Directie', document: 'annual-report', settledOn: report.settledOn },
    LEDGER_START,
  )
  const rowsOf = (dimension: string) => entries.filter((one) => one.dimension === dimension).length
  const printed = entries.filter(({ dimension }) => dimension === TOTAL || rowsOf(dimension) > 1)
  return keys(printed, report)
}

/** Whatever a report may say in digits that is no figure: days, page numbers, what was agreed and how it was checked. */
function knownNumbers({ figures: { proof } }: AnnualReport): RegExp {
  const said = [
    String.raw`Pagina \d+ van \d+`,
    String.raw`\b20\d\d\b`,
    'D:20270215000000Z',
    String.raw`^1\.\d$`,
    '15 februari|31 mei',
    '640 mensen|op 12( locaties)?',
    String.raw`nummer 0000|000 - 000 00 00|9\.00|17\.30`,
    '0 tot 4|5 tot 9|[Vv]anaf 10|van minder dan (5|10)|met minder dan (5|10)|(“minder dan )?10, of geen”',
    `${proof.witnesses} controleberekening`,
    `${proof.figures} cijfer`,
  ]
  return new RegExp(said.join('|'), 'g')
}

const digitsIn = (texts: readonly string[], report: AnnualReport) =>
  texts.flatMap((text) => (/\d/.test(text.replace(knownNumbers(report), '')) ? [text] : []))

/** The figures in both files, every other number in them, and what is drawn as long as a figure. */
async function readBoth(report: SettledReport) {
  const pdf = await bytesOf({ kind: 'report-pdf', report })
  const [pages, sheets] = [
    await readBackPdf(pdf),
    await readOwnSpreadsheet(await bytesOf({ kind: 'report-xlsx', report })),
  ]
  const aid = readingAid(report)
  const [inPdf, inSheets] = [figuresInLines(pages.lines, aid), figuresInLines(sheets.rows, aid)]
  return {
    pdf: keys(inPdf.figures, report),
    spreadsheet: keys(inSheets.figures, report),
    others: [
      ...digitsIn([inPdf.otherNumbers.join(' ')], report),
      ...digitsIn([...pages.elsewhere, ...inSheets.otherNumbers, ...sheets.elsewhere], report),
    ],
    raw: rawPdf(pdf),
  }
}

/** What a PDF file can hold that nobody sees on its pages. */
const UNSEEN = [
  ...['Annots', 'Outlines', 'AcroForm', 'EmbeddedFiles', 'AF', 'JavaScript', 'JS', 'AA', 'OpenAction', 'URI'],
  ...[
    'Metadata',
    'StructTreeRoot',
    'Alt',
    'ActualText',
    'E',
    'OCProperties',
    'OCG',
    'PageLabels',
    'Collection',
  ],
  ...['XObject', 'Image', 'PieceInfo', 'Private', 'Subject', 'Keywords', 'ObjStm'],
]

describe.each(['ordinary', 'careful', 'strict'] as const)('a report with the preset %s', (preset) => {
  const report = async (melders: number, advisorCount = 1) =>
    settled(await throughGate(preset, melders), advisorCount)

  it.each([0, 3, 7, 14, 60])(
    'of %i melders holds exactly the figures of the ledger in its PDF and its spreadsheet, in no sheet, name, property or picture another',
    async (melders) => {
      const of = await report(melders)
      const { pdf, spreadsheet, others, raw } = await readBoth(of)
      expect(pdf).toEqual(inLedger(of))
      expect(spreadsheet).toEqual(inLedger(of))
      expect(others).toEqual([])
      expect(UNSEEN.filter((name) => raw.names.has(name))).toEqual([])
      const bars = barsOf(of, raw.rectangles)
      expect(raw.rectangles).toHaveLength(rowsOf(of))
      expect(bars.filter((scales) => scales.length !== 1 || scales.includes('drawn'))).toEqual([])
    },
  )

  it.each([0, 60])('of %i melders of a team holds exactly the figures of the ledger', async (melders) => {
    const of = await report(melders, 2)
    const { pdf, spreadsheet, others } = await readBoth(of)
    expect(pdf).toEqual(inLedger(of))
    expect(spreadsheet).toEqual(inLedger(of))
    expect(others).toEqual([])
  })
})

function rowsOf({ figures: { tables } }: SettledReport): number {
  return tables.filter(({ rows }) => rows.length > 1).flatMap(({ rows }) => rows).length
}

/** How long the bar of each row is beside its figure: in one table all the same, and nothing where none is shown. */
function barsOf({ figures: { tables } }: SettledReport, widths: readonly number[]): string[][] {
  const left = [...widths]
  return tables
    .filter(({ rows }) => rows.length > 1)
    .map(({ rows }) => {
      const scales = rows.flatMap(({ value }) => {
        const width = left.shift() ?? 0
        if (value === 'hidden' || value === 0) return width === 0 ? [] : ['drawn']
        return [(width / value).toFixed(2)]
      })
      return [...new Set(scales)]
    })
}

describe('a report with two cross tables', () => {
  it('holds exactly the figures of the ledger, each where its row and column cross', async () => {
    const of = settled(
      await throughGate('ordinary', 300, [
        ['subject', 'role'],
        ['rung', 'outcome'],
      ]),
    )
    expect(of.figures.crossTables.length).toBeGreaterThan(0)
    const { pdf, spreadsheet, others } = await readBoth(of)
    expect(pdf).toEqual(inLedger(of))
    expect(spreadsheet).toEqual(inLedger(of))
    expect(others).toEqual([])
  })
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
      [
        'Er kwamen 2 stagiairs langs.',
        'In 2026 kwamen 12 melders bij mij. Van hen waren er 3 stagiair.',
        'Onderwerp',
        'Melders 2026',
        'Totaal 12',
      ],
      readingAid(sampleReport()),
    )
    expect(otherNumbers).toEqual(['Er kwamen 2 stagiairs langs.', 'Van hen waren er 3 stagiair.'])
    const total = { period: { year: 2026, half: null }, dimension: TOTAL, categories: [], value: 12 }
    expect(figures).toEqual([total, total])
  })
})
