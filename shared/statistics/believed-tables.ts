import { sumOver } from './attacker-knowledge.ts'
import type { CellGroup } from './cell-groups.ts'
import type { Side } from './consistent-tables.ts'
import { reaches, type Demand, type Reach } from './demands.ts'

/** A whole table that somebody may believe, and by how many printed figures it is contradicted now. */
type Belief = { table: readonly number[]; sums: readonly number[]; contradictions: number }

/**
 * Tables that a solver found once, kept for as long as the search goes on: a table that agrees with what is printed
 * serves every demand that it reaches and every melder who is present in it, without a solver.
 */
export class BelievedTables {
  readonly #groups: readonly CellGroup[]
  readonly #found: Belief[] = []

  constructor(groups: readonly CellGroup[]) {
    this.#groups = groups
  }

  /** Keeps a table that agrees with all that is printed at this moment. */
  add(table: readonly number[]): void {
    const sums = this.#groups.map(({ members }) => sumOver(table, members))
    this.#found.push({ table, sums, contradictions: 0 })
  }

  /** To be told when a group becomes printed. */
  print({ index, value }: CellGroup): void {
    for (const belief of this.#found) if (belief.sums[index] !== value) belief.contradictions += 1
  }

  /** To be told when a group is printed no longer. */
  hide({ index, value }: CellGroup): void {
    for (const belief of this.#found) if (belief.sums[index] !== value) belief.contradictions -= 1
  }

  /** A table that agrees with all that is printed and meets one side of a demand; the latest found first. */
  find(demand: Demand, side: Side): readonly number[] | undefined {
    for (let index = this.#found.length - 1; index >= 0; index -= 1) {
      const belief = this.#found[index]
      if (belief?.contradictions === 0 && reaches(demand, side, valueIn(belief, demand))) return belief.table
    }
    return undefined
  }

  /** Those of the atoms for which no such table has a melder in it; each atom's own reach decides. */
  unserved(demand: Demand, side: Side, own: readonly number[], reachFor: (atom: number) => Reach): number[] {
    let open = own
    for (let index = this.#found.length - 1; index >= 0 && open.length > 0; index -= 1) {
      const belief = this.#found[index]
      if (belief?.contradictions !== 0) continue
      const value = valueIn(belief, demand)
      open = open.filter((atom) => (belief.table[atom] ?? 0) < 1 || !reaches(reachFor(atom), side, value))
    }
    return [...open]
  }
}

function valueIn({ sums }: Belief, { whole, part }: Demand): number {
  return (sums[whole] ?? 0) - (part === null ? 0 : (sums[part] ?? 0))
}
