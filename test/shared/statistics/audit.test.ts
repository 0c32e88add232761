import { describe, expect, test, vi } from 'vitest'
import { audit } from '#shared/statistics/audit.ts'
import { NoTableAgrees } from '#shared/statistics/integer-program.ts'
import { disclosureCases, type DisclosureCase } from './disclosure-case.ts'

vi.setConfig({ testTimeout: 120_000 })

type Pattern = DisclosureCase['patterns'][number]

async function intervals(
  { atoms, cells }: DisclosureCase,
  pattern: Pattern,
): Promise<Map<string, [number, number]>> {
  const hidden = new Set(pattern.hidden)
  const inner = new Map(
    cells.filter((cell) => cell.atoms.length === 1).map((cell) => [cell.atoms[0], cell.id]),
  )
  const result = await audit({
    atoms: atoms.length,
    lowerBounds: atoms.map((_, index) =>
      pattern.attacker_knows_hidden_inner_ge1 && hidden.has(inner.get(index) ?? '') ? 1 : 0,
    ),
    figures: cells
      .filter(({ id }) => !hidden.has(id))
      .map((cell) => ({ members: cell.atoms, value: cell.value })),
    targets: cells.filter(({ id }) => hidden.has(id)).map((cell) => ({ id: cell.id, members: cell.atoms })),
  })
  return new Map(result.map(({ id, min, max }) => [id, [min, max]]))
}

describe('published tables', () => {
  for (const oracle of disclosureCases())
    for (const pattern of oracle.patterns)
      test(`finds the intervals that the source states: ${oracle.id}, ${pattern.name}`, async () => {
        const found = await intervals(oracle, pattern)
        expect(found.size).toBe(pattern.hidden.length)
        for (const [id, interval] of Object.entries(pattern.published_intervals ?? {}))
          expect([id, found.get(id)]).toEqual([id, interval])
        for (const [id, interval] of Object.entries(pattern.our_lp_intervals ?? {}))
          expect([id, found.get(id)]).toEqual([id, interval])
        const leaking = pattern.hidden.filter((id) => found.get(id)?.[0] === found.get(id)?.[1])
        expect(leaking).toEqual(expect.arrayContaining(pattern.published_exactly_recoverable ?? []))
        for (const id of pattern.published_not_recoverable ?? []) expect(leaking).not.toContain(id)
        if (pattern.our_exactly_recoverable)
          expect([...leaking].sort()).toEqual([...pattern.our_exactly_recoverable].sort())
      })
})

describe('what an attacker can conclude', () => {
  test('counts in whole melders where fractions would reach further', async () => {
    const figures = [
      [0, 1, 3],
      [0, 2, 4],
      [1, 2, 5],
    ].map((members) => ({ members, value: 1 }))
    const doubled = await audit({ atoms: 6, figures, targets: [{ id: 'shared', members: [0, 1, 2] }] })
    expect(doubled).toEqual([{ id: 'shared', min: 0, max: 1 }])
  })

  test('leaves a number open upwards when nothing printed limits it', async () => {
    const found = await audit({
      atoms: 3,
      figures: [{ members: [0], value: 4 }],
      targets: [
        { id: 'open', members: [1] },
        { id: 'partly open', members: [0, 2] },
        { id: 'nothing', members: [] },
      ],
    })
    expect(found).toEqual([
      { id: 'open', min: 0, max: Infinity },
      { id: 'partly open', min: 4, max: Infinity },
      { id: 'nothing', min: 0, max: 0 },
    ])
  })

  test('uses a band and "fewer than" as ranges', async () => {
    const found = await audit({
      atoms: 3,
      figures: [{ members: [0], value: 2 }],
      bounds: [
        { members: [0, 1, 2], min: 5, max: 9 },
        { members: [2], max: 3 },
        { members: [1], min: 1 },
      ],
      targets: [
        { id: 'one', members: [1] },
        { id: 'two', members: [2] },
        { id: 'rest', members: [1, 2] },
      ],
    })
    expect(found).toEqual([
      { id: 'one', min: 1, max: 7 },
      { id: 'two', min: 0, max: 3 },
      { id: 'rest', min: 3, max: 7 },
    ])
  })

  test('takes along what the attacker already knows of single cells', async () => {
    const [found] = await audit({
      atoms: 3,
      lowerBounds: [1, 2, 0],
      figures: [{ members: [0, 1, 2], value: 6 }],
      targets: [{ id: 'first', members: [0] }],
    })
    expect(found).toEqual({ id: 'first', min: 1, max: 4 })
  })

  test('refuses figures that contradict each other', async () => {
    const contradictions = [
      {
        atoms: 1,
        figures: [
          { members: [0], value: 1 },
          { members: [0], value: 2 },
        ],
        targets: [],
      },
      {
        atoms: 2,
        figures: [
          { members: [0, 1], value: 1 },
          { members: [0], value: 2 },
        ],
        targets: [],
      },
      { atoms: 1, lowerBounds: [3], figures: [{ members: [0], value: 2 }], targets: [] },
      {
        atoms: 3,
        figures: [
          [0, 1],
          [0, 2],
          [1, 2],
        ].map((members) => ({ members, value: 1 })),
        targets: [],
      },
      { atoms: 1, figures: [], bounds: [{ members: [0], min: 3, max: 2 }], targets: [] },
    ]
    for (const problem of contradictions) await expect(audit(problem)).rejects.toThrow(NoTableAgrees)
  })
})
