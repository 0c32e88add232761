import type { Bounds } from './attacker-knowledge.ts'
import { ConsistentTables } from './consistent-tables.ts'
import { solver } from './solver.ts'

/**
 * The attacker's interval of each target over all tables of non-negative whole numbers that agree with the figures
 * and the bounds. Exact over whole numbers. `max` is Infinity where nothing limits a target. Rejects with
 * `NoTableAgrees` when there is no such table.
 */
export async function audit(problem: {
  /** How many inner cells there are. */
  atoms: number
  /** What the attacker knows of each at least; default 0. */
  lowerBounds?: number[]
  figures: { members: number[]; value: number }[]
  bounds?: Bounds
  targets: { id: string; members: number[] }[]
}): Promise<{ id: string; min: number; max: number }[]> {
  const tables = new ConsistentTables(await solver(), problem)
  try {
    tables.assertAny()
    return problem.targets.map(({ id, members }) => ({
      id,
      min: tables.extreme(members, 'min').value,
      max: tables.extreme(members, 'max').value,
    }))
  } finally {
    tables.dispose()
  }
}
