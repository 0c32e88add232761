import { describe, expect, test, vi } from 'vitest'
import { attack } from '#shared/statistics/attack/attack.ts'
import type {
  AttackedFigures,
  AttackLevel,
  AttackResult,
} from '#shared/statistics/attack/attacked-figures.ts'
import { protect } from '#shared/statistics/protect.ts'
import { disclosureCase } from '../disclosure-case.ts'
import { differencing } from '../differencing-case.ts'
import { total } from '../enumerate-tables.ts'
import { linkedTables } from '../linked-tables.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A list of counts with its total, of which the named places are not shown. */
function list(counts: number[], hidden: number[], threshold = 5): AttackedFigures {
  const everybody = counts.map((_, atom) => atom)
  const cells = [
    ...everybody.map((atom) => ({ id: `row ${atom}`, members: [atom] })),
    { id: 'total', members: everybody },
  ]
  return {
    atoms: counts.length,
    threshold,
    figures: cells
      .filter((_, index) => !hidden.includes(index))
      .map((cell) => ({ ...cell, value: total(counts, cell.members) })),
    declared: { figures: [], bounds: [] },
    targets: cells.map((cell, index) => ({
      ...cell,
      hidden: hidden.includes(index),
      value: total(counts, cell.members),
    })),
    people: everybody.map((atom) => ({ id: `row ${atom}`, members: [atom] })),
  }
}

function of(results: readonly AttackResult[], level: AttackLevel): AttackResult {
  const found = results.find((result) => result.level === level)
  if (!found) throw new Error('was not played')
  return found
}

describe('an attacker', () => {
  test('computes a number that is hidden alone, and says from what', async () => {
    const results = await attack(list([9, 6, 3], [2]))
    expect(of(results, 'L0')).toMatchObject({
      verdict: 'broken',
      findings: [
        {
          about: 'row 2',
          min: 3,
          max: 3,
          adds: true,
          terms: [
            { id: 'total', sign: 1, value: 18 },
            { id: 'row 0', sign: -1, value: 9 },
            { id: 'row 1', sign: -1, value: 6 },
          ],
        },
      ],
    })
    expect(of(results, 'L1').verdict).toBe('broken')
    expect(of(results, 'L4').findings).toMatchObject([{ about: 'row 2', min: 3 }])
  })

  test('sees that two hidden numbers together are too few, as a published method let happen', async () => {
    const { cells, patterns } = disclosureCase('12-')
    for (const { name, hidden } of patterns) {
      const results = await attack({
        ...list([15, 5, 3], [], 11),
        figures: cells
          .filter(({ id }) => !hidden.includes(id))
          .map(({ id, atoms, value }) => ({ id, members: atoms, value })),
        targets: cells.map(({ id, atoms, value }) => ({ id, members: atoms, value })),
      })
      const leaks = name.includes('defect')
      expect([name, of(results, 'L1').verdict]).toEqual([name, leaks ? 'broken' : 'withstood'])
      expect([name, of(results, 'L4').verdict]).toEqual([name, leaks ? 'broken' : 'withstood'])
      if (leaks) expect(of(results, 'L1').findings[0]).toMatchObject({ min: 0, max: 8, adds: true })
    }
  })

  test('who knows of herself sees that the others are too few, where a stranger does not', async () => {
    const results = await attack(list([2, 3, 9, 8], [0, 1]))
    expect(of(results, 'L1').verdict).toBe('withstood')
    expect(of(results, 'L2').findings).toMatchObject([
      { about: 'row 0', by: 'row 1', min: 0, max: 4 },
      { about: 'row 1', by: 'row 0', min: 0, max: 4 },
    ])
    expect(of(await attack(list([2, 3, 9, 8], [0, 1, 2])), 'L2').verdict).toBe('withstood')
  })

  test('gets nowhere with what was declared known on purpose', async () => {
    const few = list([1, 2, 0], [0, 1, 2])
    const broken = await attack(few)
    expect(of(broken, 'L1').findings.map(({ about }) => about)).toContain('total')
    const everybody = { id: 'total', members: [0, 1, 2], value: 3 }
    const declared = await attack({ ...few, figures: [], declared: { figures: [everybody], bounds: [] } })
    expect(declared.map(({ verdict }) => verdict)).toEqual(Array(4).fill('withstood'))
  })

  test('adds up sums that overlap and divides what she gets', async () => {
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ]
    const attacked = {
      ...list([0, 0, 0], [], 2),
      figures: pairs.map((members, index) => ({ id: `pair ${index}`, members, value: 2 })),
      targets: [{ id: 'all three', members: [0, 1, 2], hidden: true, value: 3, marked: true }],
    }
    const [finding] = of(await attack(attacked), 'L0').findings
    expect(finding).toMatchObject({ about: 'all three', min: 3, max: 3, divisor: 2, adds: true })
  })
})

describe('subtracting by hand', () => {
  test('finds the three subtractions of the handbook on statistical disclosure control', () => {
    return differencing(async (attacked, derived) => {
      const { findings } = of(await attack(attacked), 'L4')
      for (const { members, value } of derived) {
        const about = attacked.targets.find((target) => target.members.join() === members.join())?.id
        const finding = findings.find((one) => one.about === about)
        expect(finding).toMatchObject({ min: value })
        expect(finding?.terms.reduce((sum, term) => sum + term.sign * term.value, 0)).toBe(value)
      }
    })
  })

  test('adds first and subtracts then, where no single figure holds the others', async () => {
    const counts = [7, 6, 2, 8]
    const sets = { north: [0, 1], south: [2, 3], parents: [0, 3], inside: [1] }
    const attacked = {
      ...list(counts, []),
      figures: Object.entries(sets).map(([id, members]) => ({ id, members, value: total(counts, members) })),
      targets: [{ id: 'the rest', members: [2], value: 2 }],
    }
    const { findings } = of(await attack(attacked), 'L4')
    expect(findings).toMatchObject([{ about: 'the rest', min: 2 }])
    expect(findings[0]?.terms.map(({ sign }) => sign)).toEqual([1, 1, -1, -1])
  })
})

describe('a protection of which one hidden cell is shown after all', () => {
  test('is broken by one of the attackers', async () => {
    let shown = 0
    for (let seed = 100; seed < 104; seed += 1) {
      const request = linkedTables(seed, 30)
      const answer = await protect(request)
      if (!answer.ok) throw new Error('refused')
      const others = answer.explanations.filter(({ reason }) => reason === 'protects-others')
      for (const { id } of [{ id: '' }, ...others.slice(0, 2)]) {
        const hidden = answer.hidden.filter((other) => other !== id)
        const results = await attack(attackedOf(request, hidden))
        const verdicts = results.map(({ verdict }) => verdict)
        if (id === '') expect([seed, verdicts]).toEqual([seed, Array(4).fill('withstood')])
        else {
          expect([seed, id, verdicts.includes('broken')]).toEqual([seed, id, true])
          shown += 1
        }
      }
    }
    expect(shown).toBeGreaterThan(4)
  })
})

/** The whole of a request as an attacker finds it when these cells are hidden. */
function attackedOf(
  { atoms, cells, threshold }: ReturnType<typeof linkedTables>,
  hidden: readonly string[],
): AttackedFigures {
  const valued = cells.map(({ id, members }) => ({ id, members, value: total(atoms, members) }))
  const remainders = valued.flatMap((whole) =>
    valued
      .filter((part) => part.members.length < whole.members.length)
      .filter((part) => part.members.every((atom) => whole.members.includes(atom)))
      .map((part) => ({
        id: `${whole.id} − ${part.id}`,
        members: whole.members.filter((atom) => !part.members.includes(atom)),
        value: whole.value - part.value,
        remainder: true,
      })),
  )
  return {
    atoms: atoms.length,
    threshold,
    figures: valued.filter(({ id }) => !hidden.includes(id)),
    declared: { figures: [], bounds: [] },
    targets: [...valued.map((cell) => ({ ...cell, hidden: hidden.includes(cell.id) })), ...remainders],
    people: atoms.flatMap((value, atom) => (value > 0 ? [{ id: `atom ${atom}`, members: [atom] }] : [])),
  }
}
