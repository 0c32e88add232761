import { describe, expect, test, vi } from 'vitest'
import type { FoundFigure, FoundFigures } from '#shared/statistics/attack/counted-set.ts'
import { attackFound } from '#shared/statistics/attack/found-figures.ts'
import type { ReportDimension } from '#shared/statistics/report-dimension.ts'

vi.setConfig({ testTimeout: 120_000 })

const period = { year: 2025, half: null }
const [A, B] = ['a', 'b']
const dimensions: ReportDimension[] = [
  { name: 'location', ladder: [[['at-a'], ['at-b'], ['none']], [['at-a', 'at-b', 'none']]] },
]
const total = (among: string[], value: FoundFigure['value']): FoundFigure => ({
  period,
  dimension: 'total',
  categories: [],
  among,
  value,
})
const row = (category: string, among: string[], value: FoundFigure['value']): FoundFigure => ({
  period,
  dimension: 'location',
  categories: [category],
  among,
  value,
})

async function played(figures: FoundFigure[], more: Partial<FoundFigures> = {}) {
  const attacks = await attackFound({ figures, dimensions, threshold: 5, ...more })
  return attacks.map(({ level, verdict }) => `${level} ${verdict}`)
}

describe('figures of several organisations', () => {
  test('give away by what two have together and one has alone what the other has', async () => {
    const both = [total([A, B], 40), row('none', [A, B], 12)]
    expect(await played([...both, row('none', [A], 'hidden')])).not.toContain('L0 broken')
    expect(await played([...both, row('none', [A], 10)])).toContain('L4 broken')
  })

  test('give more away to who knows which location is whose', async () => {
    const figures = [total([A], 14), total([B], 12), total([A, B], 26), row('at-a', [A, B], 10)]
    const asked = [{ period, among: [A], dimension: 'location' }]
    expect(await played(figures, { asked })).toContain('L0 withstood')
    const onlyOf = [
      { dimension: 'location', category: 'at-a', among: [A] },
      { dimension: 'location', category: 'at-b', among: [B] },
    ]
    expect(await played(figures, { asked, onlyOf })).toContain('L0 broken')
  })

  test('are asked of a melder too who stands in no table, and only knows where she came', async () => {
    const figures = [total([A], 14), total([B], { from: 0, to: 4 }), total([A, B], { from: 14, to: 18 })]
    expect(await played(figures)).toContain('L2 not-played')
    expect(await played(figures, { isPlaceKnown: true })).toContain('L2 withstood')
  })
})
