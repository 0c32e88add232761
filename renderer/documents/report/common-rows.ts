import type { ProtectedTable } from '#shared/statistics/protected-report.ts'

/** The rows of a protected table, or of one that was given other names. */
export type Rows = Pick<ProtectedTable, 'dimension' | 'rows'>

type Groups = readonly (readonly string[])[]

/**
 * The finest groups into which the rows of all these tables go whole. Adding up rows that were printed, to these, tells
 * nothing that they do not.
 */
export function commonGroups(tables: readonly Rows[]): string[][] {
  let groups: string[][] = []
  for (const { categories } of tables.flatMap(({ rows }) => rows)) {
    const touched = groups.filter((group) => group.some((one) => categories.includes(one)))
    const merged = [...new Set([...touched.flat(), ...categories])]
    const [first] = touched
    groups =
      first === undefined
        ? [...groups, merged]
        : groups.flatMap((group) => (group === first ? [merged] : touched.includes(group) ? [] : [group]))
  }
  return groups
}

/** What the table says of each group, added up; null when its rows do not make up the groups, or one is not shown. */
export function addedUp({ rows }: Rows, groups: Groups): number[] | null {
  const counted = rows.flatMap(({ categories }) => categories).length
  if (counted !== groups.flat().length) return null
  const sums: number[] = []
  for (const group of groups) {
    const inside = rows.filter(({ categories }) => categories.every((one) => group.includes(one)))
    const values = inside.map(({ value }) => value).filter((value) => value !== 'hidden')
    if (inside.flatMap(({ categories }) => categories).length !== group.length) return null
    if (values.length < inside.length) return null
    sums.push(values.reduce((sum, value) => sum + value, 0))
  }
  return sums
}
