import type { Bounds, Figure } from './attacker-knowledge.ts'

/** Two whole tables that both agree with everything printed, and leave one unsafe target open between them. Secret. */
export type Witness = {
  id: string
  members: readonly number[]
  reachLow: number
  reachHigh: number
  low: readonly number[]
  high: readonly number[]
}

/**
 * The small part that must be right: by addition alone, says whether every witness agrees with all figures and
 * bounds and leaves its target as open as G(k) asks. The release of a report relies on this and not on a solver.
 */
export function witnessesHold(
  known: { atoms: number; figures: readonly Figure[]; bounds: Bounds },
  witnesses: readonly Witness[],
): boolean {
  const checked = new Map<readonly number[], boolean>()
  const agrees = (table: readonly number[]): boolean => {
    const before = checked.get(table)
    if (before !== undefined) return before
    const result =
      table.length === known.atoms &&
      table.every((value) => Number.isInteger(value) && value >= 0) &&
      known.figures.every(({ members, value }) => add(table, members) === value) &&
      known.bounds.every(({ members, min, max }) => {
        const sum = add(table, members)
        return sum >= (min ?? 0) && sum <= (max ?? Infinity)
      })
    checked.set(table, result)
    return result
  }
  return witnesses.every(
    ({ members, reachLow, reachHigh, low, high }) =>
      agrees(low) && agrees(high) && add(low, members) <= reachLow && add(high, members) >= reachHigh,
  )
}

function add(table: readonly number[], members: readonly number[]): number {
  let sum = 0
  for (const atom of new Set(members)) sum += table[atom] ?? NaN
  return sum
}
