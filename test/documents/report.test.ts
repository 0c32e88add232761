import { beforeAll, describe, expect, it } from 'vitest'
import { type AnnualReport, isSettled } from '#shared/reports/annual-report.ts'
import { type ProtectedReport } from '#shared/statistics/protected-report.ts'
import { DimensionChoice, STARTING_STEPS } from '#shared/reports/report-choices.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { makeDocument } from '../../renderer/documents/make-document.ts'
import { mergedCategories } from '../../renderer/locale/report-words.ts'
import { fontFiles } from './font-files.ts'
import { throughGate } from './gated-report.ts'
import { bytesOf, printed } from './make.ts'
import { type ReadPdf } from './read-pdf.ts'
import { breakdowns, sampleReport, sealed } from './sample-report.ts'

const print = (report: AnnualReport): Promise<ReadPdf> =>
  printed(isSettled(report) ? { kind: 'report-pdf', report } : { kind: 'report-preview', report })
const draft = { status: 'draft', settledOn: null }

describe('an annual report', () => {
  let report: ReadPdf
  beforeAll(async () => {
    report = await print(sampleReport())
  })

  it('is addressed to the organisation, which it names nowhere else', () => {
    const first = report.pages[0]?.lines ?? []
    expect(first[first.indexOf('Aan') + 1]).toBe('Kinderopvang Fantasia B.V.')
    expect(report.text.split('Kinderopvang Fantasia B.V.')).toHaveLength(2)
    expect(report.text).toContain('Geachte lezer, Als uw externe vertrouwenspersoon')
  })

  it('has the main points on its first page: total, advice, and how the advisor could be reached', () => {
    const first = report.pages[0]?.lines.join(' ') ?? ''
    expect(first).toContain('In 2026 kwamen 27 melders bij mij.')
    expect(first).toContain('640 mensen kunnen bij mij terecht, op 12 locaties.')
    expect(first).toContain('1. Maak roosters ten minste vier weken vooruit bekend.')
    expect(first).toContain('Gecertificeerd vertrouwenspersoon (LVV), nummer 0000, geldig tot en met 31')
    expect(first).toContain('Op werkdagen van 9.00 tot 17.30 uur')
  })

  it('tells what was seen, what became of earlier advice, the activities and the plan', () => {
    for (const part of [
      'de kaart in de personeelsruimte wordt genoemd;',
      'De gedragscode voor ouders is vernieuwd en in alle locaties besproken.',
      'Werkplan 2027',
      '25-03-2026 Voorlichting',
      'Introductie van stagiairs Kennismaking Nieuwe stagiairs 23',
    ])
      expect(report.text).toContain(part)
  })

  it('names categories that were taken together, in Dutch', () => {
    expect(report.text).toContain(
      'Ouder/verzorger, lid van de oudercommissie, andere 8 betrokkene of rol niet genoemd',
    )
  })

  it('shows a dot for a hidden figure and explains it once under that table', () => {
    expect(report.lines).toContain('Conflict in de werksituatie ·')
    expect(report.lines).toContain('Advies over regelingen of onderwerp niet genoemd ·')
    expect(report.text.split('· Dit cijfer staat er niet')).toHaveLength(2)
  })

  it('says how figures were protected, what that cost and how it was checked', () => {
    expect(report.text).toContain(
      'Van groepen met minder dan 5 melders staat er verder nergens een apart cijfer',
    )
    expect(report.text).toContain(
      'Bij ‘wie er kwam’, ‘hoogste stap’ en ‘hoe het afliep’ zijn groepen samengenomen, zodat er geen kleine groep apart staat.',
    )
    expect(report.text).toContain('Gecontroleerd met 42 controleberekeningen, ook tegen eerdere rapportages')
  })

  it('prints the figures of its model, and no other number that could be a count', () => {
    const typed = [
      /\d{2}-\d{2}-\d{4}/g,
      /\d{1,2} (februari|mei) \d{4}/g,
      /geldig tot en met 31/,
      /Pagina \d van \d/g,
      /(nummer 0000|000 - 000 00 00|van 9\.00 tot 17\.30 uur|Rapportage over 2025)/g,
      /[123]\. (Maak|Leg|Herhaal)/g,
      /(op 12 locaties|640 mensen|5 andere activiteiten|minder dan 5 melders|over 2026\.|Werkplan 2027)/g,
      /Jaarrapportage vertrouwenspersoon 2026/g,
      /42 controleberekeningen/,
      /(Voorlichting Wat een vertrouwenspersoon Alle teams 84|Nieuwe stagiairs 23)/g,
      /In 2026 kwamen/,
    ]
    const rest = typed.reduce((text, known) => text.replace(known, ''), report.text)
    const found = (rest.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b)
    const ofTables = breakdowns.flatMap(({ rows }) =>
      rows.flatMap(({ value }) => (value === 'hidden' ? [] : [value])),
    )
    const years = [2024, 2025, 2026, ...breakdowns.map(() => 2026), 2025, 2025]
    const totals = [27, 27, 22, ...breakdowns.map(() => 27), 22, 22]
    const earlier = [10, 12, 14, 8]
    expect(found).toEqual([...ofTables, ...years, ...totals, ...earlier].sort((a, b) => a - b))
  })

  it('numbers every page', () => {
    report.pages.forEach((page, index) => {
      expect(page.lines.at(-1)).toBe(
        `Jaarrapportage vertrouwenspersoon 2026 Pagina ${index + 1} van ${report.pages.length}`,
      )
    })
  })

  it('says of itself only title, author, program and the day on which it was settled', () => {
    expect(report.info).toMatchObject({
      Title: 'Jaarrapportage vertrouwenspersoon 2026',
      Author: 'Praktijk Proefpersoon A',
      Creator: 'Luwte',
      Producer: 'Luwte',
      CreationDate: 'D:20270215000000Z',
    })
    for (const key of ['Subject', 'Keywords', 'ModDate', 'Custom']) expect(report.info[key]).toBeUndefined()
    expect(report.hasMore).toEqual({ javaScript: false, attachments: false, annotations: false, xmp: false })
  })

  it('has words for every category of every breakdown that can be asked for', () => {
    for (const [dimension, steps] of Object.entries(STARTING_STEPS))
      for (const from of steps) {
        const choices = { dimensions: [DimensionChoice.parse({ dimension, from })], crossTables: [] }
        for (const { name, ladder } of askedOfGate(choices, { from: 2025, to: 2026 }, []).dimensions)
          for (const group of ladder.flat()) expect(mergedCategories(name, group)).toMatch(/^[A-Z0-9]/)
      }
  })
})

describe('a draft', () => {
  it('says so on every page, and holds no date of its making', async () => {
    const { pages, text, info } = await print(sampleReport(draft))
    for (const page of pages) {
      expect(page.lines[0]).toBe('Concept')
      expect(page.lines.at(-1)).toContain('concept')
    }
    expect(text).toContain('In 2026 kwamen 27 melders bij mij.')
    expect(info.CreationDate).toBeUndefined()
  })

  it('is no longer marked once it is settled', async () => {
    expect((await print(sampleReport())).text.toLowerCase()).not.toContain('concept')
  })
})

describe('a report of few melders', () => {
  it('of nobody says that there were none, when the total may be known', async () => {
    const { text } = await print(sampleReport({ figures: await throughGate('ordinary', 0) }))
    expect(text).toContain('In 2026 kreeg ik geen meldingen.')
    expect(text).toContain('Er kwam niemand; daarom valt er niets uit te splitsen.')
    expect(text).not.toContain('Daarom ziet u het totaal')
  })

  it('says for each reason why there is no breakdown, and promises no total that it does not give', async () => {
    const textOf = async (figures: ProtectedReport) => (await print(sampleReport({ figures }))).text
    expect(await textOf(await throughGate('ordinary', 7))).toContain(
      'Daarom ziet u het totaal en geen uitsplitsing.',
    )
    expect(await textOf(await throughGate('strict', 3))).toContain(
      'Daarom ziet u geen precies aantal en geen uitsplitsing.',
    )
    expect(await textOf(sealed({ tables: [], whatWasGivenUp: [] }))).toContain(
      'Uitsplitsingen zijn er niet in opgenomen.',
    )
  })

  it('of a half-year speaks of the total of the half-year', async () => {
    const period = { year: 2026, half: 'first-half' as const }
    const { text } = await print(sampleReport({ period, figures: sealed({ period }), earlierYears: [] }))
    expect(text).toContain('dat het totaal van het halfjaar altijd precies wordt genoemd')
    expect(text).not.toContain('totaal van het jaar')
  })

  it('with a careful preset reads the same to the byte for one melder and for four', async () => {
    const files = await Promise.all(
      [0, 1, 4].map(async (melders) => {
        const report = sampleReport({ ...draft, figures: await throughGate('careful', melders) })
        return Buffer.from(await bytesOf({ kind: 'report-preview', report })).toString('latin1')
      }),
    )
    expect(new Set(files).size).toBe(1)
    const { text } = await print(sampleReport({ figures: await throughGate('careful', 3) }))
    expect(text).toContain('Aantal melders in 2026: 0 tot 4.')
  })

  it('with a strict preset reads the same to the byte for none and for nine', async () => {
    const files = await Promise.all(
      [0, 9].map(async (melders) => {
        const report = sampleReport({ ...draft, figures: await throughGate('strict', melders) })
        return Buffer.from(await bytesOf({ kind: 'report-preview', report })).toString('latin1')
      }),
    )
    expect(new Set(files).size).toBe(1)
    const { text } = await print(sampleReport({ figures: await throughGate('strict', 9) }))
    expect(text).toContain('Aantal melders in 2026: minder dan 10, of geen.')
  })

  it('prints exactly what the gate lets through for thirty', async () => {
    const figures = await throughGate('ordinary', 30)
    expect(figures.tables.length).toBeGreaterThan(0)
    const { lines } = await print(sampleReport({ figures }))
    for (const { dimension, rows } of figures.tables)
      if (rows.length > 1)
        for (const { categories, value } of rows) {
          const shown = value === 'hidden' ? '·' : String(value)
          const name = mergedCategories(dimension, categories).replace(' 2026', '')
          expect(
            lines.filter((line) => line.startsWith(name.slice(0, 40)) && line.endsWith(` ${shown}`)),
          ).toHaveLength(1)
        }
  })
})

describe('the door of the documents', () => {
  it('refuses figures of which one was changed after the gate', async () => {
    const report = structuredClone(sampleReport())
    const row = report.figures.tables[0]?.rows[2]
    if (row === undefined) throw new Error('the sample has four rows')
    row.value = 3
    expect(await makeDocument({ kind: 'report-pdf', report }, fontFiles)).toEqual({
      refused: 'not-permitted',
    })
    expect(await makeDocument({ kind: 'report-xlsx', report }, fontFiles)).toEqual({
      refused: 'not-permitted',
    })
  })

  it('refuses a total that was changed in the figures of an earlier year', async () => {
    const report = structuredClone(sampleReport())
    const earlier = report.earlierYears[0]?.figures
    if (!earlier) throw new Error('the sample has an earlier year')
    earlier.total = { shown: 'exact', value: 2 }
    expect(await makeDocument({ kind: 'report-pdf', report }, fontFiles)).toEqual({
      refused: 'not-permitted',
    })
  })

  it('refuses anything that is neither an invoice nor a report', async () => {
    for (const job of [null, {}, { kind: 'report-pdf' }, { kind: 'table', rows: [] }])
      expect(await makeDocument(job, fontFiles)).toEqual({ refused: 'not-permitted' })
  })
})

describe('text that an advisor typed', () => {
  it('of any length and in any script leaves a report that can be read', async () => {
    const long = 'Een alinea over roosters die lang genoeg is om over de regel te lopen. '.repeat(200)
    const { pages, text } = await print(
      sampleReport({
        organisationName: 'Naam '.repeat(39).trim(),
        narrative: {
          signals: `🌻 ${long}\n\n- punt een 👩‍👧\n- ${'aaneen'.repeat(60)}`,
          recommendations: Array.from({ length: 20 }, (_, index) => ({
            text: `Advies ${index + 1}: ${long.slice(0, 180)}`,
            owner: '',
          })),
          lookingBack: 'שלום \u202eعربي ĉ\u0000',
          workPlan: '',
        },
      }),
    )
    expect(text).toContain('Ik doe u 20 aanbevelingen')
    expect(text).toContain('20. Advies 20:')
    expect(text).toContain('???? ???? c')
    expect(text).not.toContain('Werkplan')
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages)
      for (const piece of page.pieces) expect(piece.x + piece.width).toBeLessThan(page.width - 40)
  })

  it('that is empty leaves no empty heading', async () => {
    const { text } = await print(
      sampleReport({
        activities: [],
        narrative: { signals: '', recommendations: [], lookingBack: ' \n', workPlan: '' },
        figures: sealed(),
      }),
    )
    for (const heading of ['Wat ik zag', 'Wat ik u adviseer', 'Terugblik', 'Werkplan', 'Andere activiteiten'])
      expect(text).not.toContain(heading)
  })
})
