import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { protect, type Protected } from '#shared/statistics/protect.ts'
import type { ProtectRequest } from '#shared/statistics/protect-request.ts'
import { enumerateTables, total } from './enumerate-tables.ts'

vi.setConfig({ testTimeout: 120_000 })

const K = 3

/** Small linked tables: single cells, some overlapping sums, and sometimes a ledger and a declared total. */
const requests = fc
  .record({
    atoms: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 5 }),
    sums: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { maxLength: 4 }),
    withTotal: fc.boolean(),
    declareTotal: fc.boolean(),
    ledger: fc.integer({ min: 0, max: 12 }),
    before: fc.integer({ min: 0, max: 12 }),
    key: fc.integer({ min: 0, max: 255 }),
  })
  .map(({ atoms, sums, withTotal, declareTotal, ledger, before, key }): ProtectRequest => {
    const all = atoms.map((_, atom) => atom)
    const sets = [
      ...all.map((atom) => [atom]),
      ...sums.map((chosen) => all.filter((atom) => chosen[atom])).filter((members) => members.length > 0),
      ...(withTotal ? [all] : []),
    ]
    const cells = sets.map((members, index) => ({
      id: `c${String(index)}`,
      members,
      ...(index === ledger ? { ledger: true } : {}),
      ...(index === before ? { hiddenBefore: true } : {}),
    }))
    return {
      atoms,
      cells,
      threshold: K,
      ...(declareTotal ? { declared: { figures: [{ members: all, value: total(atoms, all) }] } } : {}),
      secret: new Uint8Array(32).fill(key),
      reportId: 'report',
    }
  })

function printedBy(
  { cells, atoms }: ProtectRequest,
  hidden: readonly string[],
): { members: number[]; min: number; max: number }[] {
  return cells
    .filter(({ id }) => !hidden.includes(id))
    .map(({ members }) => ({ members, min: total(atoms, members), max: total(atoms, members) }))
}

/** Cells and differences of nested cells, found anew. */
function targetsOf({ cells, atoms }: ProtectRequest): number[][] {
  const differences = cells.flatMap((whole) =>
    cells
      .filter(
        (part) =>
          part.members.length < whole.members.length &&
          part.members.every((atom) => whole.members.includes(atom)),
      )
      .map((part) => whole.members.filter((atom) => !part.members.includes(atom))),
  )
  return [...cells.map(({ members }) => members), ...differences].filter(
    (members) => total(atoms, members) < K,
  )
}

function extremes(
  worlds: readonly number[][],
  members: readonly number[],
): { min: number; atLeastK: boolean; max: number } {
  const values = worlds.map((world) => total(world, members))
  const max = Math.max(...values)
  return { min: Math.min(...values), max, atLeastK: max >= K }
}

async function everyRequest(
  check: (request: ProtectRequest, answer: Protected) => void | Promise<void>,
  numRuns: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const answer = await protect(request)
      if (answer.ok) await check(request, answer)
      else
        expect(request.cells.filter(({ ledger }) => ledger).map(({ id }) => id)).toEqual(
          expect.arrayContaining(answer.blockedBy),
        )
    }),
    { numRuns },
  )
}

const declaredOf = ({ declared }: ProtectRequest): { members: number[]; min: number; max: number }[] =>
  (declared?.figures ?? []).map(({ members, value }) => ({ members, min: value, max: value }))

describe('for every small set of linked tables', () => {
  test('holds the guarantee, counted out table by table', async () => {
    await everyRequest((request, { hidden }) => {
      const { atoms } = request
      const known = [...printedBy(request, hidden), ...declaredOf(request)]
      // Cells that nothing printed limits may hold any number; k more than all people stands for that.
      const cap = request.declared
        ? total(
            atoms,
            atoms.map((_, atom) => atom),
          )
        : Math.max(...atoms) + K
      const worlds = enumerateTables(atoms.length, known, cap)
      const free = enumerateTables(atoms.length, declaredOf(request), request.declared ? cap : K)
      for (const members of targetsOf(request)) {
        const found = extremes(worlds, members)
        const declared = extremes(free, members)
        expect(found.min).toBe(declared.min)
        expect(found.max).toBeGreaterThanOrEqual(Math.min(K, declared.max))
      }
    }, 150)
  })

  test('explains every hidden cell by a sum that anybody can check', async () => {
    await everyRequest((request, { hidden, explanations }) => {
      const values = new Map(request.cells.map(({ id, members }) => [id, total(request.atoms, members)]))
      const all = request.atoms.map((_, atom) => atom)
      const groups = new Set(explanations.map(({ id }) => id))
      for (const id of hidden) expect(groups.has(id)).toBe(true)
      for (const { id, because } of explanations) {
        expect(because.terms.some((term) => term.id === id)).toBe(true)
        for (const term of because.terms) {
          if (term.id === 'own-melding') continue
          expect(term.value).toBe(
            term.id.startsWith('declared:') ? total(request.atoms, all) : values.get(term.id),
          )
        }
        const sum =
          because.terms.reduce((result, { sign, value }) => result + sign * value, 0) / (because.divisor ?? 1)
        expect(because.min).toBeLessThanOrEqual(because.max)
        expect([Math.ceil(sum) === because.min, Math.floor(sum) === because.max]).toContain(true)
      }
    }, 150)
  })

  test('hides the same cells again when the same report is printed again', async () => {
    await everyRequest(async (request, { hidden }) => {
      const again = await protect({ ...request, secret: Uint8Array.from(request.secret) })
      expect(again.ok && again.hidden).toEqual(hidden)
    }, 60)
  })

  test('never shows again what was hidden before, whatever is hidden besides', async () => {
    await everyRequest(async (request, { hidden }) => {
      const cells = request.cells.map((cell) => ({ ...cell, hiddenBefore: hidden.includes(cell.id) }))
      const later = await protect({ ...request, cells, reportId: 'a later report' })
      expect(
        later.ok &&
          hidden.every((id) => later.hidden.includes(id) || cells.find((cell) => cell.id === id)?.ledger),
      ).toBe(true)
    }, 60)
  })
})

test('draws another choice for another secret', async () => {
  const atoms = [2, 9, 9, 9, 9, 9, 9, 9]
  const cells = [
    ...atoms.map((_, index) => ({ id: String(index), members: [index] })),
    { id: 'total', members: atoms.map((_, index) => index) },
  ]
  const choices = new Set<string>()
  for (let key = 0; key < 12; key += 1) {
    const answer = await protect({
      atoms,
      cells,
      threshold: 5,
      secret: new Uint8Array(32).fill(key),
      reportId: 'report',
    })
    choices.add(answer.ok ? answer.hidden.join() : 'refused')
  }
  expect(choices.size).toBeGreaterThan(3)
})
