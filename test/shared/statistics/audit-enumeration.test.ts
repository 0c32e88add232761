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

/**
 * Up to twelve atoms: a total that limits them all, so that they can be counted out, some figures and ranges that
 * cross, cells that are zero by nature, and what somebody knows of single cells.
 */
const larger = fc
  .record({
    people: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }),
    atoms: fc.integer({ min: 6, max: 12 }),
    sets: fc.array(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
    range: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    structural: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }),
    target: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    slack: fc.integer({ min: 0, max: 2 }),
    knowsOne: fc.boolean(),
  })
  .map(({ people, atoms, sets, range, structural, target, slack, knowsOne }) => {
    const truth = Array.from(
      { length: atoms },
      (_, atom) => people.filter((at) => at % atoms === atom).length,
    )
    const all = truth.map((_, atom) => atom)
    const pick = (chosen: readonly boolean[]): number[] => all.filter((atom) => chosen[atom])
    const figures = [all, ...sets.map(pick)].map((members) => ({ members, value: total(truth, members) }))
    const zeros = structural
      .filter((atom) => truth[atom] === 0)
      .map((atom) => ({ members: [atom], value: 0 }))
    const band = { members: pick(range), min: 0, max: total(truth, pick(range)) + slack }
    const own = knowsOne ? all.find((atom) => (truth[atom] ?? 0) > 0) : undefined
    const lowerBounds = all.map((atom) => (atom === own ? 1 : 0))
    return { atoms, figures: [...figures, ...zeros], bounds: [band], lowerBounds, members: pick(target) }
  })

test('finds them in tables of up to twelve cells too, with ranges, zeros by nature and what somebody knows', async () => {
  await fc.assert(
    fc.asyncProperty(larger, async ({ atoms, figures, bounds, lowerBounds, members }) => {
      const known = [
        ...figures.map(({ members: set, value }) => ({ members: set, min: value, max: value })),
        ...bounds,
        ...lowerBounds.map((min, atom) => ({ members: [atom], min, max: CAP })),
      ]
      const values = enumerateTables(atoms, known, 4).map((table) => total(table, members))
      const [found] = await audit({
        atoms,
        figures,
        bounds,
        lowerBounds,
        targets: [{ id: 'target', members }],
      })
      expect(found).toEqual({ id: 'target', min: Math.min(...values), max: Math.max(...values) })
    }),
    { numRuns: 150 },
  )
})
