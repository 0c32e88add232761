import { describe, expect, it } from 'vitest'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { printed } from './make.ts'
import { type ReadPdf } from './read-pdf.ts'
import { sampleReport } from './sample-report.ts'

const print = (report: AnnualReport): Promise<ReadPdf> => printed({ kind: 'report-preview', report })
const draft = { status: 'draft', settledOn: null }

describe('the first page', () => {
  const advice = ['Eerste advies.', 'Tweede advies.', 'Derde advies.'].map((text) => ({ text, owner: '' }))
  const line = 'Een regel over roosters die de hele breedte van het papier vult en dan ophoudt, zo lang. '

  it.each([
    ['one long paragraph', line.repeat(6).trim()],
    ['a list', Array.from({ length: 5 }, () => `- ${line.slice(0, 70)}`).join('\n')],
  ])('holds what was seen as %s, the advice and the advisor on one sheet', async (_, signals) => {
    const narrative = { signals, recommendations: advice, lookingBack: '', workPlan: 'Het plan.' }
    const { pages } = await print(sampleReport({ ...draft, narrative }))
    const first = pages[0]?.lines ?? []
    for (const start of ['Wat ik zag', 'Wat ik u adviseer', '3. Derde advies.', 'Bereikbaarheid'])
      expect(first.some((each) => each.startsWith(start))).toBe(true)
    expect(pages[1]?.lines).toContain('Werkplan 2027')
  })

  it('has room for saying that several advisors counted, this year and not the year before', async () => {
    const narrative = { signals: line.trim(), recommendations: advice, lookingBack: '', workPlan: '' }
    const { pages } = await print(sampleReport({ ...draft, narrative, advisorCount: 3 }))
    for (const start of ['Niet elk jaar telt', 'Wat ik zag', '3. Derde advies.', 'Bereikbaarheid'])
      expect(pages[0]?.lines.some((each) => each.startsWith(start))).toBe(true)
  })

  it('leaves longer signals to the next, and keeps the advice', async () => {
    const narrative = { signals: line.repeat(24), recommendations: advice, lookingBack: '', workPlan: '' }
    const { pages } = await print(sampleReport({ ...draft, narrative }))
    expect(pages[0]?.lines).toContain('3. Derde advies.')
    expect(pages[0]?.lines).not.toContain('Wat ik zag')
    expect(pages[1]?.lines).toContain('Wat ik zag')
  })

  it('leaves the advisor to the last one when there is more to tell, and no page to her alone', async () => {
    const narrative = { signals: line.repeat(10), recommendations: advice, lookingBack: '', workPlan: '' }
    const { pages } = await print(sampleReport({ ...draft, narrative }))
    expect(pages[0]?.lines).toContain('Wat ik zag')
    expect(pages[0]?.lines).not.toContain('De vertrouwenspersoon')
    const last = pages.at(-1)?.lines ?? []
    expect(last).toContain('De vertrouwenspersoon')
    expect(last).toContain('Zo blijven melders onherkenbaar')
    expect(last).toContain('Met vriendelijke groet,')
  })
})
