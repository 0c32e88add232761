import { describe, expect, it } from 'vitest'
import { type AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { USUALLY_LEFT_OUT } from '#shared/reports/report-audience.ts'
import { versionFor } from '#shared/reports/report-version.ts'
import { readOwnSpreadsheet } from '../../renderer/documents/read-back/own-spreadsheet.ts'
import { figuresInLines } from '../../renderer/features/reports/figures-in-lines.ts'
import { readingAid } from '../../renderer/features/reports/reading-aid.ts'
import { bytesOf, printed } from './make.ts'
import { breakdowns, sampleReport, sealed } from './sample-report.ts'

const print = (report: AnnualReport) => printed({ kind: 'report-pdf', report: SettledReport.parse(report) })

const rowsOf = async (report: AnnualReport): Promise<string[]> =>
  (await readOwnSpreadsheet(await bytesOf({ kind: 'report-xlsx', report: SettledReport.parse(report) }))).rows

/** A half-year of 2026, beside the same one of 2025. */
function halfYear(half: 'first-half' | 'second-half'): AnnualReport {
  const of = (year: number, value: number) =>
    sealed({
      period: { year, half },
      total: { shown: 'exact', value },
      tables: breakdowns.slice(1, 2).map((table) => ({
        ...table,
        rows: table.rows.map((row, index) => ({ ...row, value: index === 0 ? value - 8 : 8 })),
      })),
    })
  return sampleReport({
    period: { year: 2026, half },
    figures: of(2026, 23),
    earlierYears: [
      { year: 2025, figures: of(2025, 19) },
      { year: 2024, figures: null },
    ],
  })
}

describe('a report of a half-year', () => {
  it('calls nothing a year that is half of one, on paper and in the spreadsheet', async () => {
    const report = halfYear('first-half')
    const { lines, text } = await print(report)
    expect(lines).toContain('Eerste halfjaar 2024 2025 2026')
    expect(lines).toContain('Wie er kwam, eerste halfjaar')
    expect(text).toContain('over dat halfjaar apart heb ik geen rapportage gemaakt')
    expect(lines).toContain('Werkplan tweede halfjaar 2026')
    const rows = await rowsOf(report)
    expect(rows).toContain('Eerste halfjaar 2026 23')
    expect(rows).toContain('Wie er kwam, eerste halfjaar 2025 2026')
    expect(rows.filter((row) => /^20\d\d /.test(row))).toEqual([])
    expect(rows.some((row) => row.startsWith('Niet vastgesteld: over dat halfjaar'))).toBe(true)
  })

  it('can be read back: each figure is of the half-year of its own year', async () => {
    const report = halfYear('first-half')
    for (const lines of [(await print(report)).lines, await rowsOf(report)]) {
      const { figures } = figuresInLines(lines, readingAid(report))
      const said = figures.map(({ period, dimension, value }) => [period, dimension, value])
      for (const [year, total] of [
        [2025, 19],
        [2026, 23],
      ] as const) {
        const period = { year, half: 'first-half' }
        expect(said).toContainEqual([period, 'total', total])
        expect(said).toContainEqual([period, 'role', total - 8])
        expect(said).toContainEqual([period, 'role', 8])
      }
      expect(new Set(said.map(([, dimension]) => dimension))).toEqual(new Set(['total', 'role']))
    }
  })

  it('says in the second one who is not counted again', async () => {
    const sentence = 'Wie in het eerste halfjaar al kwam, telt hier niet opnieuw.'
    const second = halfYear('second-half')
    expect((await print(second)).text).toContain(sentence)
    expect((await print(second)).lines).toContain('Werkplan 2027')
    expect(await rowsOf(second)).toContain(sentence)
    expect((await print(halfYear('first-half'))).text).not.toContain(sentence)
  })
})

describe('a total that is printed as a range', () => {
  it('says why when it is not a small one', async () => {
    const range = { preset: 'careful' as const, tables: [] }
    const sentence = 'Dit totaal staat er niet precies, omdat er al een totaal is dat er deels mee samenvalt'
    const wide = sampleReport({
      figures: sealed({ ...range, total: { shown: 'band', from: 23, to: 27 } }),
      earlierYears: [],
    })
    const { text, lines } = await print(wide)
    expect(text).toContain(sentence)
    expect((await rowsOf(wide)).some((row) => row.startsWith(sentence))).toBe(true)
    expect(figuresInLines(lines, readingAid(wide)).figures).toEqual([
      { period: { year: 2026, half: null }, dimension: 'total', categories: [], value: { from: 23, to: 27 } },
    ])
    const small = sampleReport({
      figures: sealed({ ...range, total: { shown: 'band', from: 5, to: 9 } }),
      earlierYears: [],
    })
    expect((await print(small)).text).not.toContain(sentence)
  })
})

describe('a version for others than the board', () => {
  it('says that things were agreed with the organisation, and not with its reader', async () => {
    const version = versionFor(sampleReport(), 'works-council', USUALLY_LEFT_OUT['works-council'])
    const { text } = await print(version)
    expect(text).toContain('Met de organisatie is afgesproken dat het totaal van het jaar')
    expect(text).not.toMatch(/Met u is afgesproken|wat u eerder kreeg/)
    expect((await print(sampleReport())).text).toContain('Met u is afgesproken')
  })

  it('tells parents nothing of recommendations, those of the time before either', async () => {
    const followUps = [{ text: 'Herhaal de voorlichting.', owner: 'HR', became: 'done', remark: '' }]
    const report = sampleReport({ narrative: { ...sampleReport().narrative, followUps } })
    expect((await print(report)).text).toMatch(/Herhaal de voorlichting\..* Wie: HR/)
    const { text } = await print(versionFor(report, 'parent-committee', USUALLY_LEFT_OUT['parent-committee']))
    expect(text).not.toMatch(/anbeveling|Terugblik|Herhaal|gedragscode/)
  })
})
