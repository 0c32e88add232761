import { expect, test } from 'vitest'
import { protect } from '#shared/statistics/protect.ts'
import { divisions, total } from './enumerate-tables.ts'

const everybody = [0, 1, 2, 3]
const cells = [
  ...everybody.map((atom) => ({ id: String(atom), members: [atom] })),
  { id: 'total', members: everybody },
]

test(
  'withstands somebody who knows the program and asks which tables could have been printed like this',
  { timeout: 300_000 },
  async () => {
    const tables = divisions(12, 4)
    const behind = new Map<string, Set<number[]>>()
    for (const atoms of tables)
      for (let key = 0; key < 40; key += 1) {
        const secret = new Uint8Array(32).fill(key)
        const answer = await protect({ atoms, cells, threshold: 5, secret, reportId: 'report' })
        if (!answer.ok) throw new Error('refused')
        const printed = cells.map(({ id, members }) =>
          answer.hidden.includes(id) ? 'x' : total(atoms, members),
        )
        const seen = behind.get(printed.join()) ?? new Set()
        behind.set(printed.join(), seen.add(atoms))
      }
    for (const [printed, worlds] of behind)
      for (const atom of everybody) {
        const values = [...worlds].map((world) => world[atom] ?? 0)
        if (printed.split(',')[atom] !== 'x' || !values.some((value) => value < 5)) continue
        expect([printed, atom, Math.min(...values), Math.max(...values) >= 5]).toEqual([
          printed,
          atom,
          0,
          true,
        ])
      }
  },
)
