import { beforeAll, describe, expect, test, vi } from 'vitest'
import { audit } from '#shared/statistics/audit.ts'
import { protect } from '#shared/statistics/protect.ts'
import type { ProtectRequest } from '#shared/statistics/protect-request.ts'
import { disclosureCase, disclosureCases, type DisclosureCase } from './disclosure-case.ts'
import { divisions, enumerateTables, total } from './enumerate-tables.ts'

vi.setConfig({ testTimeout: 120_000 })

const secret = new Uint8Array(32).fill(7)

function oneWay(atoms: number[]): ProtectRequest {
  return {
    atoms,
    cells: [
      ...atoms.map((_, index) => ({ id: `cell ${String(index)}`, members: [index] })),
      { id: 'total', members: atoms.map((_, index) => index) },
    ],
    threshold: 5,
    secret,
    reportId: 'report',
  }
}

function requestOf(
  { atoms, cells }: DisclosureCase,
  threshold: number,
  structural: number[] = [],
): ProtectRequest {
  return {
    atoms: atoms.map(({ value }) => value),
    cells: cells.map(({ id, atoms: members, primary = false, frozen_published: ledger = false }) => ({
      id,
      members,
      unsafe: primary,
      ledger,
    })),
    threshold,
    structural,
    secret,
    reportId: 'report',
  }
}

async function hiddenOf(request: ProtectRequest): Promise<string[]> {
  const answer = await protect(request)
  if (!answer.ok) throw new Error(`refused: ${answer.blockedBy.join(', ')}`)
  return answer.hidden
}

describe('every division of 12 melders over 4 categories', () => {
  const divided: { table: number[]; printed: ProtectRequest['cells'] }[] = []

  beforeAll(async () => {
    for (const table of divisions(12, 4)) {
      const request = oneWay(table)
      const hidden = new Set(await hiddenOf(request))
      divided.push({ table, printed: request.cells.filter(({ id }) => !hidden.has(id)) })
    }
  }, 60_000)

  test('leaves none, a few and many apart for every small number and every remainder', () => {
    expect(divided).toHaveLength(455)
    for (const { table, printed } of divided) {
      const worlds = enumerateTables(
        4,
        printed.map(({ members }) => ({ members, min: total(table, members), max: total(table, members) })),
        12,
      )
      const everybody = [0, 1, 2, 3]
      const targets = everybody.flatMap((atom) => [[atom], everybody.filter((other) => other !== atom)])
      for (const members of targets.filter((set) => total(table, set) < 5)) {
        const values = worlds.map((world) => total(world, members))
        expect([table, members, Math.min(...values), Math.max(...values) >= 5]).toEqual([
          table,
          members,
          0,
          true,
        ])
      }
    }
  })

  test('leaves no sum of printed numbers, added or subtracted, that is a small group of people', () => {
    for (const { table, printed } of divided) {
      let combinations: number[][] = [[]]
      for (const cell of printed) {
        expect(cell.members.length).toBeGreaterThan(0)
        combinations = combinations.flatMap((signs) => [-1, 0, 1].map((sign) => [...signs, sign]))
      }
      for (const signs of combinations) {
        const counts = [0, 0, 0, 0]
        printed.forEach(({ members }, index) => {
          for (const atom of members) counts[atom] = (counts[atom] ?? 0) + (signs[index] ?? 0)
        })
        if (counts.some((count) => count !== 0 && count !== 1) || !counts.includes(1)) continue
        const people = counts.reduce((sum, count, atom) => sum + count * (table[atom] ?? 0), 0)
        expect([table, signs, people >= 5]).toEqual([table, signs, true])
      }
    }
  })

  test('lets a melder who knows of herself conclude no more about the others', () => {
    for (const { table, printed } of divided) {
      const known = printed.map(({ members }) => ({
        members,
        min: total(table, members),
        max: total(table, members),
      }))
      for (const own of [0, 1, 2, 3].filter((atom) => (table[atom] ?? 0) > 0)) {
        const worlds = enumerateTables(4, [...known, { members: [own], min: 1, max: 12 }], 12)
        for (const other of [0, 1, 2, 3].filter((atom) => atom !== own && (table[atom] ?? 0) < 5)) {
          const values = worlds.map((world) => world[other] ?? 0)
          expect([table, own, other, Math.min(...values), Math.max(...values) >= 5]).toEqual([
            table,
            own,
            other,
            0,
            true,
          ])
        }
      }
    }
  })
})

describe('published tables', () => {
  for (const oracle of disclosureCases().filter(({ id }) => !id.startsWith('16') && !id.startsWith('03')))
    test(`protects every small cell of ${oracle.id}`, async () => {
      const request = requestOf(oracle, 4)
      const hidden = new Set(await hiddenOf(request))
      const small = request.cells.filter(({ members }) => total(request.atoms, members) < 4)
      const found = await audit({
        atoms: request.atoms.length,
        figures: request.cells
          .filter(({ id }) => !hidden.has(id))
          .map(({ members }) => ({ members, value: total(request.atoms, members) })),
        targets: small.map(({ id, members }) => ({ id, members })),
      })
      expect(found.filter(({ min, max }) => min > 0 || max < 4)).toEqual([])
      expect(small.filter(({ id }) => !hidden.has(id))).toEqual([])
    })

  test('hides the large cell too when two hidden ones add up to less than the threshold', async () => {
    expect(await hiddenOf(requestOf(disclosureCase('12-'), 11))).toEqual(['A', 'B', 'C'])
  })

  test('refuses, naming the earlier figures, when what is printed already gives a number away', async () => {
    const answer = await protect(requestOf(disclosureCase('16-'), 5, [0, 2, 3, 5]))
    expect(answer.ok).toBe(false)
    if (!answer.ok) expect([...answer.blockedBy].sort()).toEqual(['C21|BC', 'D211|BC', 'D212|BC'])
  })
})

describe('what is declared known', () => {
  const all = [0, 1, 2]
  const request: ProtectRequest = { ...oneWay([1, 2, 0]), threshold: 5 }

  test('prints a small total that was declared known, and nothing else', async () => {
    expect(await hiddenOf(request)).toEqual(['cell 0', 'cell 1', 'cell 2', 'total'])
    const declared = { figures: [{ members: all, value: 3 }] }
    expect(await hiddenOf({ ...request, declared })).toEqual(['cell 0', 'cell 1', 'cell 2'])
  })

  test('measures a small cell against what a declared band leaves open', async () => {
    const declared = { bounds: [{ members: all, min: 0, max: 4 }] }
    expect(await hiddenOf({ ...request, declared })).toEqual(['cell 0', 'cell 1', 'cell 2', 'total'])
  })

  test('takes a cell that is zero by nature as known, and protects nothing with it', async () => {
    const hidden = await hiddenOf({ ...oneWay([2, 0, 12]), structural: [1] })
    expect(hidden).toEqual(['cell 0', 'cell 2'])
  })

  test('refuses to work with a declaration that is not true', async () => {
    await expect(
      protect({ ...request, declared: { figures: [{ members: all, value: 4 }] } }),
    ).rejects.toThrow('declared')
    await expect(protect({ ...request, structural: [0] })).rejects.toThrow('structural')
  })
})

describe('cells that are unsafe for another reason', () => {
  test('leaves at least k more and k fewer possible for a large cell that is all about one person', async () => {
    const request = oneWay([7, 9, 20, 11])
    const cells = request.cells.map((cell) => (cell.id === 'cell 0' ? { ...cell, unsafe: true } : cell))
    const hidden = new Set(await hiddenOf({ ...request, cells }))
    expect(hidden.has('cell 0')).toBe(true)
    const [found] = await audit({
      atoms: 4,
      figures: cells
        .filter(({ id }) => !hidden.has(id))
        .map(({ members }) => ({ members, value: total(request.atoms, members) })),
      targets: [{ id: 'marked', members: [0] }],
    })
    expect(found?.min).toBeLessThanOrEqual(2)
    expect(found?.max).toBeGreaterThanOrEqual(12)
  })

  test('keeps hidden what an earlier report hid', async () => {
    const request = oneWay([7, 9, 20, 11])
    expect(await hiddenOf(request)).toEqual([])
    const cells = request.cells.map((cell) => (cell.id === 'cell 2' ? { ...cell, hiddenBefore: true } : cell))
    expect(await hiddenOf({ ...request, cells })).toContain('cell 2')
  })

  test('treats the difference between two versions as a cell of its own', async () => {
    const request: ProtectRequest = {
      ...oneWay([50, 2]),
      cells: [
        { id: 'first version', members: [0], ledger: true },
        { id: 'second version', members: [0, 1] },
      ],
    }
    expect(await hiddenOf(request)).toEqual(['second version'])
    const both = request.cells.map((cell) => ({ ...cell, ledger: true }))
    expect(await protect({ ...request, cells: both })).toEqual({
      ok: false,
      blockedBy: ['first version', 'second version'],
    })
  })
})
