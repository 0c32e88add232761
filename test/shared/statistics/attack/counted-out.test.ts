import { describe, expect, test } from 'vitest'
import { countOut } from '#shared/statistics/attack/counted-out.ts'
import { PossibleTables } from '#shared/statistics/attack/possible-tables.ts'
import { type ReportDimension } from '#shared/statistics/report-dimension.ts'
import { divisions } from '../enumerate-tables.ts'

const names = ['a', 'b', 'c', 'd']
const dimension: ReportDimension = { name: 'subject', ladder: [names.map((name) => [name]), [names]] }

/** Hides what is too few and then, by some order, the first others until the hidden ones are k together. */
function hide(table: readonly number[], order: readonly number[]): (number | 'hidden')[] {
  const hidden = new Set(table.flatMap((value, index) => (value < 5 ? [index] : [])))
  for (const index of order) {
    const sum = [...hidden].reduce((all, one) => all + (table[one] ?? 0), 0)
    if (hidden.size > 0 && (hidden.size < 2 || sum < 5)) hidden.add(index)
  }
  return table.map((value, index) => (hidden.has(index) ? 'hidden' : value))
}

/** What somebody makes of a table who knows that it was printed like this, and by which program. */
function turnAround(
  table: readonly number[],
  print: (counts: readonly number[], secret: number) => (number | 'hidden')[],
  knowsTruth = true,
) {
  const printed = print(table, 9)
  const truth = (categories: readonly string[]) => ({
    value: categories.reduce((sum, name) => sum + (table[names.indexOf(name)] ?? 0), 0),
    marked: false,
  })
  return countOut({
    dimension,
    rows: printed.map((value, index) => ({ categories: names.slice(index, index + 1), value })),
    people: table.reduce((sum, value) => sum + value, 0),
    empty: [],
    used: [],
    threshold: 5,
    truth: knowsTruth ? truth : null,
    printsThis: (counts, secret) =>
      Promise.resolve(print([...counts.values()], secret).join() === printed.join()),
    pace: () => undefined,
    onProgress: () => undefined,
  })
}

describe('somebody who knows the program', () => {
  test('turns a choice around that always hides in the same order', async () => {
    const tables = divisions(12, 4)
    const outcomes = await Promise.all(
      tables.map((table) => turnAround(table, (counts) => hide(counts, [0, 1, 2, 3]))),
    )
    const broken = outcomes.filter(({ outcome }) => outcome === 'broken')
    expect(broken.length / tables.length).toBeGreaterThan(0.3)
  })

  test('learns that a group has somebody in it, or that it cannot be as large as k, and says how much is left', async () => {
    const { outcome, findings } = await turnAround([6, 0, 5, 1], (counts) => hide(counts, [0, 1, 2, 3]))
    expect(outcome).toBe('broken')
    expect(findings).toContainEqual(
      expect.objectContaining({ level: 'L3', declaredMin: 0, declaredMax: 12 }) as unknown,
    )
    for (const { min, max } of findings) expect(min > 0 || max < 5).toBe(true)
  })

  test('learns nothing where everything that could be small is hidden', async () => {
    const all = (counts: readonly number[]) => counts.map(() => 'hidden' as const)
    expect(await turnAround([6, 0, 2, 1], all)).toMatchObject({ outcome: 'withstood', findings: [] })
    expect(await turnAround([6, 0, 2, 1], all, false)).toMatchObject({ outcome: 'withstood' })
  })

  test('says so when there are more tables than can be tried and none of those that were tried is printed alike', async () => {
    const first = [40, 0, 0, 0]
    const print = (counts: readonly number[]) =>
      counts.map((value) => (counts.join() === first.join() ? 'hidden' : value))
    expect((await turnAround(first, print)).outcome).toBe('too-many')
  })

  test('says so when the program prints no table like this', async () => {
    let isFirst = true
    const { outcome } = await turnAround([3, 3, 2, 1], (counts) => {
      const printed = isFirst ? counts.map(() => 'hidden' as const) : [...counts]
      isFirst = false
      return printed
    })
    expect(outcome).toBe('printed-otherwise')
  })
})

describe('the tables that a printed one leaves open', () => {
  test('are all divisions of each sum over its categories, each once', () => {
    const all = new PossibleTables([
      { categories: [1, 2, 3], sum: 6 },
      { categories: [0], sum: 7 },
    ])
    const tables = [...all.some(1000, () => 0)].map((table) => table.join())
    expect(tables).toHaveLength(all.count)
    expect(new Set(tables)).toEqual(new Set(divisions(6, 3).map((rest) => [7, ...rest].join())))
  })

  test('are drawn from all where there are too many', () => {
    const all = new PossibleTables([{ categories: [0, 1, 2, 3, 4], sum: 200 }])
    let draw = 0
    const tables = [...all.some(50, () => (draw += 0.0199) % 1)]
    expect(tables).toHaveLength(50)
    for (const table of tables) expect(table.reduce((sum, value) => sum + value, 0)).toBe(200)
  })
})
