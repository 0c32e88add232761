import { sumOver } from '../attacker-knowledge.ts'
import type { AttackTarget } from './attacked-figures.ts'
import { needed, type Interval } from './attacker.ts'
import type { CountedTable } from './counted-table.ts'
import type { SharedSum } from './possible-tables.ts'

/** A table that is printed alike must be found in which the target counts no more (`min`) or no fewer (`max`) than `reach`. */
export type ProgramNeed = { target: AttackTarget; side: 'min' | 'max'; reach: number; declared: Interval }

/** Whether a table is such a one. */
export function meets(counts: readonly number[], { target, side, reach }: ProgramNeed): boolean {
  const sum = sumOver(counts, target.members)
  return side === 'min' ? sum <= reach : sum >= reach
}

/** Two demands for every group of the ladder that must stay open, and for what is left of one beside a smaller one. */
export function programNeeds(
  {
    dimension,
    people,
    empty,
    used,
    threshold,
    truth,
  }: Pick<CountedTable, 'dimension' | 'people' | 'empty' | 'used' | 'threshold' | 'truth'>,
  categories: readonly string[],
): ProgramNeed[] {
  const groups = [
    ...new Map(dimension.ladder.flat().map((group) => [[...group].sort().join(), group])).values(),
  ]
  const declared = (members: readonly string[]): { min: number; max: number } => {
    const others = used.filter((category) => !members.includes(category)).length
    const isEmpty = members.every((category) => empty.includes(category))
    const isAll = categories.every((category) => members.includes(category) || empty.includes(category))
    const least = used.filter((category) => members.includes(category)).length
    return { min: isAll ? people : least, max: isEmpty ? 0 : people - others }
  }
  const target = (
    id: string,
    members: readonly string[],
    counted: { value: number; marked?: boolean } | null,
  ) => ({
    target: { id, members: members.map((category) => categories.indexOf(category)), ...counted },
    declared: declared(members),
  })
  const cells = groups.map((group) => target(JSON.stringify(group), group, truth?.(group) ?? null))
  const remainders = groups.flatMap((whole) =>
    groups
      .filter((part) => part.length < whole.length && part.every((category) => whole.includes(category)))
      .map((part) => {
        const rest = whole.filter((category) => !part.includes(category))
        return target(JSON.stringify(rest), rest, truth && { value: truth(whole).value - truth(part).value })
      }),
  )
  const seen = new Set<string>()
  return [...cells, ...remainders].flatMap((one): ProgramNeed[] => {
    const key = [...one.target.members].sort((a, b) => a - b).join()
    const limits = needed(one.target, threshold, one.declared)
    if (limits === null || seen.has(key)) return []
    seen.add(key)
    const sides = [
      { ...one, side: 'min' as const, reach: limits.reachLow },
      { ...one, side: 'max' as const, reach: limits.reachHigh },
    ]
    return sides.filter(({ reach }) => Number.isFinite(reach))
  })
}

/**
 * Tables that differ from one in what a demand asks, and in little else: people are moved into a category of the target
 * or out of it, from one category of the same sum, and from others where it does not have so many.
 */
export function tablesNear(
  counts: readonly number[],
  sums: readonly SharedSum[],
  needs: readonly ProgramNeed[],
): number[][] {
  return needs.flatMap(({ target, reach }) =>
    sums.flatMap(({ categories }) => {
      const inside = categories.filter((category) => target.members.includes(category))
      const outside = categories.filter((category) => !target.members.includes(category))
      const missing = reach - sumOver(counts, target.members)
      const [from, to] = missing > 0 ? [outside, inside] : [inside, outside]
      return to.flatMap((receiver) =>
        from.map((first) => {
          const moved = [...counts]
          let left = Math.abs(missing)
          for (const giver of [first, ...from.filter((other) => other !== first)]) {
            const given = Math.min(left, moved[giver] ?? 0)
            moved[giver] = (moved[giver] ?? 0) - given
            moved[receiver] = (moved[receiver] ?? 0) + given
            left -= given
          }
          return moved
        }),
      )
    }),
  )
}
