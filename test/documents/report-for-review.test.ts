import { describe, expect, it } from 'vitest'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { forReview } from '#shared/reports/report-for-review.ts'
import { makeDocument } from '../../renderer/documents/make-document.ts'
import { fontFiles } from './font-files.ts'
import { throughGate } from './gated-report.ts'
import { bytesOf, printed } from './make.ts'
import { type ReadPdf } from './read-pdf.ts'
import { sampleReport } from './sample-report.ts'

const draft = { status: 'draft', settledOn: null }
const saved = (report: AnnualReport): Promise<ReadPdf> =>
  printed({ kind: 'report-review-pdf', report: forReview(report) })

describe('a draft that is saved', () => {
  it('holds no number of melders, of this year or of an earlier one', async () => {
    const { text } = await saved(sampleReport(draft))
    const known = [
      /Jaarrapportage vertrouwenspersoon 2026/g,
      /\d{2}-\d{2}-\d{4}/g,
      /geldig tot en met 31 mei 2028/,
      /Pagina \d van \d/g,
      /(nummer 0000|000 - 000 00 00|van 9\.00 tot 17\.30 uur|Rapportage over 2025)/g,
      /[123]\. (Maak|Leg|Herhaal)/g,
      /(op 12 locaties|640 mensen|5 andere activiteiten|Werkplan 2027)/g,
      /verantwoording over 2026 als|De cijfers over 2026 krijgt u/g,
      /(Voorlichting Wat een vertrouwenspersoon Alle teams 84|Nieuwe stagiairs 23)/g,
    ]
    expect(known.reduce((rest, each) => rest.replace(each, ''), text).match(/\d+/g)).toBeNull()
    expect(text).not.toMatch(/melders|meldingen|Totaal|controleberekening/i)
  })

  it('says once that the figures follow, and what to check meanwhile', async () => {
    const { text } = await saved(sampleReport(draft))
    const sentence =
      'De cijfers over 2026 krijgt u wanneer ik de rapportage vaststel; ik vraag u nu de feiten, de activiteiten en de aanbevelingen te controleren.'
    expect(text.split(sentence)).toHaveLength(2)
  })

  it('is the same to the byte whatever the figures are', async () => {
    const files = await Promise.all(
      [0, 3, 30].map(async (melders) => {
        const report = sampleReport({ ...draft, figures: await throughGate('ordinary', melders) })
        const bytes = await bytesOf({ kind: 'report-review-pdf', report: forReview(report) })
        return Buffer.from(bytes).toString('latin1')
      }),
    )
    expect(new Set(files).size).toBe(1)
  })

  it('has what the organisation checks: facts, activities, words and recommendations', async () => {
    const { pages, text } = await saved(sampleReport(draft))
    for (const part of [
      'Kinderopvang Fantasia B.V.',
      '640 mensen kunnen bij mij terecht, op 12 locaties.',
      '1. Maak roosters ten minste vier weken vooruit bekend.',
      'De gedragscode voor ouders is vernieuwd',
      '25-03-2026 Voorlichting',
      'Werkplan 2027',
    ])
      expect(text).toContain(part)
    for (const page of pages) expect(page.lines[0]).toBe('Concept')
  })

  it('is a single page when there is little to tell', async () => {
    const narrative = {
      signals: '',
      recommendations: [{ text: 'Ga zo door.', owner: '' }],
      lookingBack: '',
      workPlan: '',
    }
    const { pages } = await saved(sampleReport({ ...draft, activities: [], narrative }))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.lines).toContain('Met vriendelijke groet,')
  })

  it('is not made of a draft that still has its figures', async () => {
    const report = sampleReport(draft)
    for (const job of [
      { kind: 'report-pdf', report },
      { kind: 'report-review-pdf', report },
      { kind: 'report-review-pdf', report: { ...forReview(report), figures: report.figures } },
      { kind: 'report-review-pdf', report: { ...forReview(report), earlierYears: report.earlierYears } },
    ])
      expect(await makeDocument(structuredClone(job), fontFiles)).toEqual({ refused: 'not-permitted' })
  })
})
