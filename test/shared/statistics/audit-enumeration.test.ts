import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { audit } from '#shared/statistics/audit.ts'
import { enumerateTables, total } from './enumerate-tables.ts'

vi.setConfig({ testTimeout: 120_000 })

const CAP = 8

const problem = fc
  .record({
    truth: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 5 }),
    sets: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
    target: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    slack: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 }),
    least: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ truth, sets, target, slack, least }) => {
    const pick = (chosen: readonly boolean[]): number[] =>
      truth.flatMap((_, atom) => (chosen[atom] ? [atom] : []))
    const all = truth.map((_, atom) => atom)
    const figures = sets.map(pick).map((members) => ({ members, value: total(truth, members) }))
    const grand = total(truth, all)
    const band = { members: all, min: Math.max(0, grand - (slack[0] ?? 0)), max: grand + (slack[1] ?? 0) }
    const lowerBounds = truth.map((value, atom) => Math.min(value, least[atom] ?? 0))
    return { atoms: truth.length, figures, bounds: [band], lowerBounds, members: pick(target) }
  })

test('finds the same extremes as counting out every small table', async () => {
  await fc.assert(
    fc.asyncProperty(problem, async ({ atoms, figures, bounds, lowerBounds, members }) => {
      const known = [
        ...figures.map(({ members: set, value }) => ({ members: set, min: value, max: value })),
        ...bounds,
        ...lowerBounds.map((min, atom) => ({ members: [atom], min, max: CAP * 5 })),
      ]
      const values = enumerateTables(atoms, known, CAP * 2 + 2).map((table) => total(table, members))
      const [found] = await audit({
        atoms,
        figures,
        bounds,
        lowerBounds,
        targets: [{ id: 'target', members }],
      })
      expect(found).toEqual({ id: 'target', min: Math.min(...values), max: Math.max(...values) })
    }),
    { numRuns: 300 },
  )
})
