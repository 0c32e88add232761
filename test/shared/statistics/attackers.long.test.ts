import { expect, test } from 'vitest'
import { protect } from '#shared/statistics/protect.ts'
import { total } from './enumerate-tables.ts'

const K = 5

/** Every way to divide at most `count` over `cells`, largest first: all others are these in another order. */
function sorted(count: number, cells: number, most = count): number[][] {
  if (cells === 0) return [[]]
  return Array.from({ length: Math.min(count, most) + 1 }, (_, first) => first).flatMap((first) =>
    sorted(count - first, cells - 1, first).map((rest) => [first, ...rest]),
  )
}

function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}

/** What somebody knows of a target who has seen one output: its least and greatest value, and how small it can be. */
type Seen = { min: number; max: number; isUnsafe: boolean }

/**
 * Prints every table with many secrets and in every order, and asks of each output which tables can be behind it.
 * The secret draws the order of choice, so an output in one order of the categories is as possible as in another.
 */
async function turnAround(
  count: number,
  cells: number,
  secrets: number,
  declaresTotal: boolean,
): Promise<{ outputs: number; broken: unknown[] }> {
  const everybody = Array.from({ length: cells }, (_, atom) => atom)
  const targets = [
    ...everybody.map((atom) => [atom]),
    ...everybody.map((atom) => everybody.filter((other) => other !== atom)),
  ]
  const permutations = orders(everybody)
  const behind = new Map<string, Seen[]>()
  for (const atoms of sorted(count, cells)) {
    const people = total(atoms, everybody)
    const requested = [
      ...everybody.map((atom) => ({ id: String(atom), members: [atom] })),
      { id: 'total', members: everybody },
    ]
    const outputs = new Set<string>()
    for (let key = 0; key < secrets; key += 1) {
      const answer = await protect({
        atoms,
        cells: requested,
        threshold: K,
        ...(declaresTotal ? { declared: { figures: [{ members: everybody, value: people }] } } : {}),
        secret: new Uint8Array(32).fill(key),
        reportId: 'report',
      })
      if (!answer.ok) throw new Error('refused')
      outputs.add(requested.map(({ id }) => (answer.hidden.includes(id) ? 'x' : 'v')).join(''))
    }
    for (const order of permutations) {
      const table = order.map((atom) => atoms[atom] ?? 0)
      for (const output of outputs) {
        const printed = [
          ...order.map((atom) => (output[atom] === 'x' ? 'x' : (atoms[atom] ?? 0))),
          output.endsWith('x') ? 'x' : people,
        ].join()
        const seen = behind.get(printed)
        const values = targets.map((members) => total(table, members))
        if (!seen)
          behind.set(
            printed,
            values.map((value) => ({ min: value, max: value, isUnsafe: value < K })),
          )
        else
          values.forEach((value, index) => {
            const known = seen[index]
            if (!known) return
            known.min = Math.min(known.min, value)
            known.max = Math.max(known.max, value)
            known.isUnsafe ||= value < K
          })
      }
    }
  }
  const broken = [...behind].flatMap(([printed, seen]) => {
    const shown = Number(printed.split(',').at(-1))
    return seen.flatMap(({ min, max, isUnsafe }, index) => {
      const most = declaresTotal ? Math.min(K, shown) : K
      return isUnsafe && (min > 0 || max < most) ? [{ printed, target: targets[index], min, max }] : []
    })
  })
  return { outputs: behind.size, broken }
}

for (const [count, cells, secrets] of [
  [12, 4, 40],
  [20, 5, 24],
] as const)
  for (const declaresTotal of [false, true])
    test(
      `withstands somebody who knows the program: up to ${count} over ${cells}, total ${declaresTotal ? 'declared known' : 'no different from other figures'}`,
      { timeout: 60 * 60_000 },
      async () => {
        const { outputs, broken } = await turnAround(count, cells, secrets, declaresTotal)
        expect(broken).toEqual([])
        expect(outputs).toBeGreaterThan(15)
      },
    )
