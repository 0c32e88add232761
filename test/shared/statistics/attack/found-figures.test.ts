import { describe, expect, test, vi } from 'vitest'
import type { FoundFigure } from '#shared/statistics/attack/counted-set.ts'
import { attackFound, type FoundAttack } from '#shared/statistics/attack/found-figures.ts'
import { useToldBy } from '#shared/statistics/attack/told-use.ts'
import { NoTableAgrees } from '#shared/statistics/integer-program.ts'
import type { ReportDimension } from '#shared/statistics/report-dimension.ts'

vi.setConfig({ testTimeout: 120_000 })

const dimensions: ReportDimension[] = [
  { name: 'subject', ladder: [[['policy'], ['treatment'], ['advice']], [['policy', 'treatment', 'advice']]] },
  { name: 'role', ladder: [[['parent'], ['professional']], [['parent', 'professional']]] },
]
const year = { year: 2025, half: null }
const firstHalf = { year: 2025, half: 'first-half' } as const

const everybody = (value: FoundFigure['value'], period: FoundFigure['period'] = year): FoundFigure => ({
  period,
  dimension: 'total',
  categories: [],
  value,
})
const of = (subject: string, value: FoundFigure['value'], more: Partial<FoundFigure> = {}): FoundFigure => ({
  period: year,
  dimension: 'subject',
  categories: [subject],
  value,
  ...more,
})

function broken(results: readonly FoundAttack[]): string[] {
  return results.filter(({ verdict }) => verdict === 'broken').map(({ level }) => level)
}

describe('figures read back from a file', () => {
  test('withstand every attacker when enough is hidden', async () => {
    const figures = [everybody(30), of('policy', 14), of('treatment', 'hidden'), of('advice', 'hidden')]
    expect(broken(await attackFound({ figures, dimensions, threshold: 5 }))).toEqual([])
  })

  test('give a hidden number away by subtraction, with the sum in the words of the report', async () => {
    const figures = [everybody(30), of('policy', 14), of('treatment', 13), of('advice', 'hidden')]
    const results = await attackFound({ figures, dimensions, threshold: 5 })
    expect(broken(results)).toEqual(['L0', 'L1', 'L2', 'L4'])
    const [finding] = results.find(({ level }) => level === 'L0')?.findings ?? []
    expect(finding).toMatchObject({
      about: { dimension: 'subject', categories: ['advice'] },
      min: 3,
      max: 3,
      adds: true,
      terms: [
        { counted: { dimension: 'total' }, sign: 1, value: 30 },
        { counted: { categories: ['policy'] }, sign: -1, value: 14 },
        { counted: { categories: ['treatment'] }, sign: -1, value: 13 },
      ],
    })
  })

  test('give away what lies between a half-year and the year', async () => {
    const figures = [
      everybody(40),
      of('policy', 12),
      of('treatment', 16),
      of('advice', 12),
      of('policy', 10, { period: firstHalf }),
    ]
    const results = await attackFound({ figures, dimensions, threshold: 5 })
    expect(broken(results)).toEqual(['L0', 'L1', 'L4'])
    const [finding] = results.find(({ level }) => level === 'L4')?.findings ?? []
    expect(finding).toMatchObject({ min: 2, about: { without: { period: firstHalf } } })
  })

  test('give away in one table what another tells about the half-year', async () => {
    const inFirst = { period: firstHalf }
    const figures = [
      everybody(40),
      of('policy', 8, inFirst),
      of('treatment', 7, inFirst),
      of('advice', 6, inFirst),
      { period: firstHalf, dimension: 'role', categories: ['parent'], value: 19 },
    ]
    const results = await attackFound({ figures, dimensions, threshold: 5 })
    const about = results.find(({ level }) => level === 'L4')?.findings.map((finding) => finding.min)
    expect(about).toEqual([2])
  })

  test('tell what late entries added when a report was corrected', async () => {
    const figures = [
      { ...everybody(30), edition: 0 },
      of('policy', 14, { edition: 0 }),
      { ...everybody(36), edition: 1 },
      of('policy', 16, { edition: 1 }),
    ]
    expect(broken(await attackFound({ figures, dimensions, threshold: 5 }))).toEqual(['L0', 'L1', 'L4'])
  })

  test('tell with an invoice of consults alone that somebody came in a half-year', async () => {
    const use = useToldBy('consults-alone', [{ half: '2025-1', minutes: 90 }], ['2025-1', '2025-2'])
    expect(use).toEqual([
      { period: '2025-1', use: 'some' },
      { period: '2025-2', use: 'none' },
    ])
    const figures = [everybody({ from: 0, to: 4 }), of('policy', 'hidden', { period: firstHalf })]
    expect(broken(await attackFound({ figures, dimensions, threshold: 5, use }))).toEqual([])
    expect(useToldBy('half-yearly-line', [{ half: '2025-1', minutes: 30 }], ['2025-1'])).toEqual([])
    expect(useToldBy('bundle', [], ['2025-1'])).toEqual([])
  })

  test('are refused when they cannot come from one caseload', async () => {
    const figures = [everybody(10), of('policy', 11)]
    await expect(attackFound({ figures, dimensions, threshold: 5 })).rejects.toThrow(NoTableAgrees)
  })
})
