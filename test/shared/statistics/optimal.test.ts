import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { audit } from '#shared/statistics/audit.ts'
import { optimal } from '#shared/statistics/optimal.ts'
import { protect } from '#shared/statistics/protect.ts'
import { disclosureCase, type DisclosureCase } from './disclosure-case.ts'
import { total } from './enumerate-tables.ts'

vi.setConfig({ testTimeout: 120_000 })

const secret = new Uint8Array(32).fill(3)

function requestOf({ atoms, cells }: DisclosureCase, threshold: number): Parameters<typeof optimal>[0] {
  return {
    atoms: atoms.map(({ value }) => value),
    cells: cells.map(({ id, atoms: members, primary = false, frozen_published: ledger = false }) => ({
      id,
      members,
      unsafe: primary,
      ledger,
    })),
    threshold,
    secret,
    reportId: 'report',
  }
}

describe('the cheapest way to hide', () => {
  test('is the pattern that a published optimal method prints, when large cells are dear', async () => {
    const oracle = disclosureCase('05-')
    const weights = oracle.cells.map(({ value }) => value)
    const answer = await optimal({ ...requestOf(oracle, 5), weights }, 'exact')
    expect(answer).toEqual({ ok: true, hidden: [...(oracle.patterns[0]?.hidden ?? [])], cost: 2087 })
  })

  test('needs five more cells in the 11 by 4 table under the guarantee', async () => {
    const oracle = disclosureCase('07-')
    const answer = await optimal(requestOf(oracle, 4), 'G')
    const unsafe = oracle.cells.filter(({ primary }) => primary).length
    expect(answer.ok && answer.hidden.length - unsafe).toBe(5)
  })

  test('hides the large cell too when two small ones add up to less than the threshold', async () => {
    const request = requestOf(disclosureCase('12-'), 11)
    expect(await optimal(request, 'G')).toEqual({ ok: true, hidden: ['A', 'B', 'C'], cost: 3 })
    expect(await optimal(request, 'exact')).toEqual({ ok: true, hidden: ['B', 'C'], cost: 2 })
  })

  test('refuses, naming the earlier figures, where no pattern exists', async () => {
    const request = { ...requestOf(disclosureCase('16-'), 5), structural: [0, 2, 3, 5] }
    for (const rule of ['G', 'exact'] as const) {
      const answer = await optimal(request, rule)
      expect(answer.ok).toBe(false)
      if (!answer.ok) expect([...answer.blockedBy].sort()).toEqual(['C21|BC', 'D211|BC', 'D212|BC'])
    }
  })

  test('is no dearer than any other choice of cells, tried one by one', async () => {
    const table = fc.record({
      atoms: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
      weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 }),
    })
    await fc.assert(
      fc.asyncProperty(table, async ({ atoms, weights }) => {
        const sets = [[0], [1], [2], [3], [0, 1], [2, 3], [0, 1, 2, 3]]
        const cells = sets.map((members, index) => ({ id: String(index), members }))
        const k = 3
        const request = { atoms, cells, threshold: k, secret, reportId: 'report', weights }
        const answer = await optimal(request, 'G')
        const weigh = (ids: readonly string[]): number =>
          ids.reduce((sum, id) => sum + (weights[Number(id)] ?? 0), 0)
        let cheapest = Infinity
        for (let choice = 0; choice < 128; choice += 1) {
          const printed = cells.filter((_, index) => (choice & (1 << index)) === 0)
          const hidden = cells.filter((cell) => !printed.includes(cell)).map(({ id }) => id)
          const cost = weigh(hidden)
          const small = cells.filter(({ members }) => total(atoms, members) < k)
          if (cost >= cheapest || small.some(({ id }) => !hidden.includes(id))) continue
          const found = await audit({
            atoms: 4,
            figures: printed.map(({ members }) => ({ members, value: total(atoms, members) })),
            targets: remainders(sets).filter(({ members }) => total(atoms, members) < k),
          })
          if (found.every(({ min, max }) => min === 0 && max >= k)) cheapest = cost
        }
        expect(answer).toMatchObject({ ok: true, cost: cheapest })
        const greedy = await protect(request)
        expect(greedy.ok && weigh(greedy.hidden)).toBeGreaterThanOrEqual(cheapest)
      }),
      { numRuns: 15 },
    )
  })
})

/** Cells, and what is left of one when another inside it is taken away. */
function remainders(sets: readonly number[][]): { id: string; members: number[] }[] {
  const left = sets.flatMap((whole) =>
    sets
      .filter((part) => part.length < whole.length && part.every((atom) => whole.includes(atom)))
      .map((part) => whole.filter((atom) => !part.includes(atom))),
  )
  return [...sets, ...left].map((members, index) => ({ id: String(index), members: [...members] }))
}
