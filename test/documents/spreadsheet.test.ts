import readWorkbook from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { makeDocument } from '../../renderer/documents/make-document.ts'
import { readOwnSpreadsheet } from '../../renderer/documents/read-back/own-spreadsheet.ts'
import { fontFiles } from './font-files.ts'
import { throughGate } from './gated-report.ts'
import { bytesOf } from './make.ts'
import { breakdowns, sampleReport } from './sample-report.ts'
import { zipEntries } from './zip-entries.ts'

type Sheets = Map<string, unknown[][]>

async function sheetsOf(bytes: Uint8Array): Promise<Sheets> {
  const workbook = await readWorkbook(Buffer.from(bytes))
  return new Map(workbook.map(({ sheet, data }) => [sheet, data]))
}

const make = (report: AnnualReport): Promise<Uint8Array> =>
  bytesOf({ kind: 'report-xlsx', report: SettledReport.parse(report) })

describe('the spreadsheet of a report', () => {
  let bytes: Uint8Array
  let sheets: Sheets
  beforeAll(async () => {
    bytes = await make(sampleReport())
    sheets = await sheetsOf(bytes)
  })

  it('has a sheet for each part', () => {
    expect([...sheets.keys()]).toEqual([
      'Melders per jaar',
      'Onderwerp',
      'Wie er kwam',
      'Hoogste stap',
      'Hoe het afliep',
      'Periode',
      'Andere activiteiten',
      'Zo blijven melders onherkenbaar',
    ])
  })

  it('holds the figures of the report as numbers, and a dot where one is hidden', () => {
    expect(sheets.get('Onderwerp')?.slice(0, 6)).toEqual([
      ['Onderwerp', 2026],
      ['Beleid en organisatie', 8],
      ['Bejegening', 13],
      ['Conflict in de werksituatie', '·'],
      ['Advies over regelingen of onderwerp niet genoemd', '·'],
      ['Totaal', 27],
    ])
    expect(sheets.get('Periode')?.slice(0, 4)).toEqual([
      ['Wanneer het eerste contact was', 2025, 2026],
      ['Eerste halfjaar', 10, 12],
      ['Tweede halfjaar', 12, 15],
      ['Totaal', 22, 27],
    ])
  })

  it('holds no number that the report does not print', () => {
    const numbers = [...sheets.values()].flat(2).filter((cell) => typeof cell === 'number')
    const tables = breakdowns.flatMap(({ rows }) =>
      rows.flatMap(({ value }) => (value === 'hidden' ? [] : [value])),
    )
    const printed = new Set([...tables, 2024, 2025, 2026, 22, 27, 10, 12, 14, 8, 84, 23])
    for (const number of numbers) expect(printed).toContain(number)
  })

  it('explains a hidden figure on the sheet where it stands', () => {
    const cells = sheets.get('Onderwerp')?.flat() ?? []
    expect(cells.some((cell) => String(cell).startsWith('· Dit cijfer staat er niet'))).toBe(true)
    const others = sheets.get('Periode')?.flat() ?? []
    expect(others.some((cell) => String(cell).startsWith('·'))).toBe(false)
  })

  it('has no hidden sheets, no formulas and nothing about who made it and when', () => {
    const entries = zipEntries(bytes)
    const strange = entries.filter(({ name }) =>
      /docProps|custom|comments|vba|externalLink|calcChain/i.test(name),
    )
    expect(strange).toEqual([])
    const text = entries.map(({ content }) => content).join('\n')
    expect(text).toContain('Pedagogisch professional')
    expect(text).not.toMatch(/state="(very)?[hH]idden"|hidden="1"|<f>|creator|lastModifiedBy/)
  })

  it('carries the day on which the report was settled', () => {
    expect(momentsOf(bytes)).toEqual(new Set(['2027-2-15 0:0']))
  })

  it('is not made of a draft', async () => {
    const report = sampleReport({ status: 'draft', settledOn: null })
    expect(await makeDocument({ kind: 'report-xlsx', report }, fontFiles)).toEqual({
      refused: 'not-permitted',
    })
  })

  it('is the same to the byte for one melder and for four under a careful preset', async () => {
    const [one, four] = await Promise.all(
      [1, 4].map(async (melders) => make(sampleReport({ figures: await throughGate('careful', melders) }))),
    )
    expect(Buffer.from(one ?? []).equals(Buffer.from(four ?? []))).toBe(true)
    const totals = (await sheetsOf(one ?? new Uint8Array())).get('Melders per jaar') ?? []
    expect(totals).toContainEqual(['2026', '0 tot 4'])
  })

  it('has the days of activities as days, which are read back as they are shown', async () => {
    expect(sheets.get('Andere activiteiten')?.[2]?.[0]).toEqual(new Date('2026-03-25T00:00:00Z'))
    const { rows, elsewhere } = await readOwnSpreadsheet(bytes)
    expect(rows.some((row) => row.startsWith('25-03-2026 Voorlichting'))).toBe(true)
    expect(elsewhere.filter((text) => /\d/.test(text))).toEqual([])
  })

  it('takes text that looks like a formula as text', async () => {
    const activity = {
      on: '2026-05-01',
      kind: 'other',
      description: '=1+1\u0001',
      withWhom: '@hr',
      reach: null,
    }
    const workbook = await sheetsOf(await make(sampleReport({ activities: [activity] })))
    expect(workbook.get('Andere activiteiten')?.[1]?.slice(2, 4)).toEqual(['=1+1', '@hr'])
  })
})

function momentsOf(zip: Uint8Array): Set<string> {
  return new Set(zipEntries(zip).flatMap(({ moments }) => moments))
}
