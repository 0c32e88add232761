import { describe, expect, test, vi } from 'vitest'
import { generatedCaseload } from '../generated-caseload.ts'
import { attackPlayed, bare, playCaseload } from '../play-caseload.ts'

vi.setConfig({ testTimeout: 600_000 })

describe('organisations by chance, with reports in time and invoices', () => {
  test('withstand a stranger, a melder and whoever subtracts', async () => {
    let tables = 0
    for (let seed = 60; seed < 140; seed += 1) {
      const caseload = generatedCaseload(seed)
      if (caseload.melders.length > 60) continue
      const played = await playCaseload(caseload)
      tables += played.ledger.filter(({ dimension }) => dimension !== 'total').length
      const results = await attackPlayed(played)
      expect([seed, results.flatMap(({ findings }) => findings)]).toEqual([seed, []])
    }
    expect(tables).toBeGreaterThan(5)
  })

  test('would not, if the true counts were printed without a gate', async () => {
    const small = Array.from({ length: 60 }, (_, seed) => generatedCaseload(seed))
      .filter(({ melders }) => melders.length > 10 && melders.length < 25)
      .slice(0, 2)
    expect(small).toHaveLength(2)
    for (const caseload of small) {
      const results = await attackPlayed(bare(caseload))
      expect(results.map(({ verdict }) => verdict)).toContain('broken')
    }
  })
})
