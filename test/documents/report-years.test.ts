import { beforeAll, describe, expect, it } from 'vitest'
import { type AnnualReport, isSettled } from '#shared/reports/annual-report.ts'
import { printed } from './make.ts'
import { type ReadPdf } from './read-pdf.ts'
import { sampleReport } from './sample-report.ts'

const print = (report: AnnualReport): Promise<ReadPdf> =>
  printed(isSettled(report) ? { kind: 'report-pdf', report } : { kind: 'report-preview', report })

describe('the years in an annual report', () => {
  let report: ReadPdf
  beforeAll(async () => {
    report = await print(sampleReport())
  })

  it('stand beside each other, three of them, and the report says where nothing was settled', () => {
    expect(report.lines).toContain('2024 2025 2026')
    expect(report.lines).toContain('Melders niet vastgesteld 22 27')
  })

  it('are left out in which there was no contract yet', async () => {
    const { earlierYears } = sampleReport()
    const second = await print(sampleReport({ earlierYears: earlierYears.slice(0, 1) }))
    expect(second.lines).toContain('2025 2026')
    expect(second.lines).toContain('Melders 22 27')
    expect(second.text).not.toContain('iet vastgesteld')
    const first = await print(sampleReport({ earlierYears: [] }))
    expect(first.text).toContain('In 2026 kwamen 27 melders bij mij.')
    expect(first.lines).not.toContain('Melders 27')
    expect(first.text).not.toContain('iet vastgesteld')
  })

  it('say when they do not count as many advisors, and the report says how many it counts', async () => {
    const { earlierYears } = sampleReport()
    const team = await print(sampleReport({ advisorCount: 2, earlierYears: earlierYears.slice(0, 1) }))
    expect(team.text).toContain(
      'In 2026 kwamen 27 melders bij ons. Dit zijn de meldingen van twee vertrouwenspersonen samen: bij mijn eigen cijfers zijn die van mijn collega opgeteld.',
    )
    expect(team.text).toContain('Wie bij meer dan één van ons kwam, telt bij ieder van ons.')
    expect(team.text).toContain('Niet elk jaar telt evenveel vertrouwenspersonen (2025: één; 2026: twee).')
    expect(report.text).not.toMatch(/vertrouwenspersonen samen|evenveel vertrouwenspersonen/)
  })

  it('stand beside a breakdown only when their rows are the same', () => {
    expect(report.lines).toContain('Eerste halfjaar 10 12')
    expect(report.lines).toContain('Opvang of informatie en advies 14 17')
    expect(report.lines).toContain('Bejegening 13')
    expect(report.text).toContain('Waar een eerder jaar niet naast dit jaar staat, was het anders ingedeeld.')
  })
})
