import { describe, expect, test } from 'vitest'
import { protect } from '#shared/statistics/protect.ts'
import { witnessesHold, type Witness } from '#shared/statistics/witness.ts'

const known = {
  atoms: 3,
  figures: [{ members: [0, 1, 2], value: 12 }],
  bounds: [{ members: [0, 1], min: 2, max: 11 }],
}
const good: Witness = { id: 'a', members: [0], reachLow: 0, reachHigh: 5, low: [0, 2, 10], high: [5, 0, 7] }

describe('two tables that keep a small number open', () => {
  test('are accepted when both agree with every figure and lie far enough apart', () => {
    expect(witnessesHold(known, [good])).toBe(true)
  })

  test('are refused when a table is off by one anywhere, is no whole number, or lies too near', () => {
    const wrong: Partial<Witness>[] = [
      { low: [0, 2, 11] },
      { high: [5, 0, 6] },
      { low: [0, 1, 11] },
      { low: [0, 2.5, 9.5] },
      { low: [0, -1, 13] },
      { low: [1, 1, 10] },
      { high: [4, 1, 7] },
      { low: [0, 2] },
      { low: [] },
    ]
    for (const change of wrong)
      expect([change, witnessesHold(known, [good, { ...good, ...change }])]).toEqual([change, false])
  })

  test('come with every protected table, two for every small cell', async () => {
    const atoms = [1, 2, 9, 8]
    const cells = [
      ...atoms.map((_, index) => ({ id: String(index), members: [index] })),
      { id: 'total', members: [0, 1, 2, 3] },
    ]
    const answer = await protect({
      atoms,
      cells,
      threshold: 5,
      secret: new Uint8Array(32),
      reportId: 'report',
    })
    if (!answer.ok) throw new Error('refused')
    const figures = cells
      .filter(({ id }) => !answer.hidden.includes(id))
      .map(({ members }) => ({ members, value: members.reduce((sum, atom) => sum + (atoms[atom] ?? 0), 0) }))
    expect(answer.witnesses.map(({ id }) => id)).toEqual(expect.arrayContaining(['0', '1']))
    expect(witnessesHold({ atoms: 4, figures, bounds: [] }, answer.witnesses)).toBe(true)
    const shifted = figures.map((figure) => ({ ...figure, value: figure.value + 1 }))
    expect(witnessesHold({ atoms: 4, figures: shifted, bounds: [] }, answer.witnesses)).toBe(false)
  })
})
