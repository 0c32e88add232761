import type { Highs } from 'highs'
import { sumOver, type AttackerKnowledge } from './attacker-knowledge.ts'
import type { CellGroup } from './cell-groups.ts'
import { ConsistentTables, type Extreme, type Side } from './consistent-tables.ts'
import type { Demand } from './demands.ts'

/** A whole table that somebody may believe, with the value that each cell group has in it. */
type Belief = { table: number[]; sums: number[] }

/** Beliefs found so far, shared by all attackers: what one found for a target often serves another for the same. */
export class Beliefs {
  readonly #found: Belief[] = []
  readonly #byTarget = new Map<string, Belief[]>()

  /** The first that serves, those for the same side of the same target before all others. */
  find(target: string, serves: (belief: Belief) => boolean): Belief | undefined {
    return this.#byTarget.get(target)?.find(serves) ?? this.#found.find(serves)
  }

  /** Keeps a belief for its target and, when `widely`, for every other target too. */
  add(target: string, belief: Belief, widely: boolean): void {
    const known = this.#byTarget.get(target)
    if (known) known.push(belief)
    else this.#byTarget.set(target, [belief])
    if (widely) this.#found.push(belief)
  }
}

/** What the figures handed out so far make of one attacker: the printed groups and what is declared known. */
export type Publication = {
  groups: readonly CellGroup[]
  /** Groups that are printed now, by index. */
  printed: Set<number>
  declared: AttackerKnowledge
}

/**
 * One attacker, and the demands that must hold against her. `own` are the atoms of which she knows that they count
 * herself. Tables found once are kept: as long as they agree with what is printed they answer without a solver.
 */
export class Scenario {
  readonly demands: readonly Demand[]
  readonly #highs: Highs
  readonly #publication: Publication
  readonly #beliefs: Beliefs
  /** The atoms of which this attacker knows that they are not 0. */
  readonly own: readonly number[]
  readonly #rowOf = new Map<number, number>()
  #tables: ConsistentTables | undefined
  #imposed = new Set<number>()

  constructor(
    highs: Highs,
    publication: Publication,
    demands: readonly Demand[],
    beliefs: Beliefs,
    own: readonly number[] = [],
  ) {
    this.#highs = highs
    this.#publication = publication
    this.demands = demands
    this.#beliefs = beliefs
    this.own = own
  }

  /** A table that meets one side of a demand and agrees with all that is printed, or the extreme that breaks it. */
  meets(demand: Demand, side: Side): { table: readonly number[] } | { breach: Extreme } {
    const known = this.known(demand, side)
    if (known) return { table: known }
    const goal = side === 'min' ? demand.reachLow : demand.reachHigh
    const extreme = this.#current().extreme(demand.members, side, goal)
    if (extreme.table === null || !this.#met(demand, side, extreme.value)) return { breach: extreme }
    const { table } = extreme
    const sums = this.#publication.groups.map(({ members }) => sumOver(table, members))
    this.#beliefs.add(targetKey(demand, side), { table, sums }, this.own.length === 0)
    return { table }
  }

  /** A table found before that meets one side of a demand and still agrees with all that is printed. */
  known(demand: Demand, side: Side): readonly number[] | undefined {
    const serves = (belief: Belief): boolean =>
      this.#met(demand, side, believed(belief, demand)) && this.#agrees(belief)
    return this.#beliefs.find(targetKey(demand, side), serves)?.table
  }

  /** The printed groups that yield a breach: from the proof over fractions, or what no group can be missed from. */
  groupsOf(demand: Demand, side: Side, breach: Extreme): number[] {
    const printed = [...this.#publication.printed]
    if (!this.#met(demand, side, Math.round(breach.linear * 1e6) / 1e6))
      return printed.filter((group) => breach.recipe.has(this.#rowOf.get(group) ?? -1))
    const tables = this.#current()
    const rows = printed.map((group) => this.#rowOf.get(group) ?? -1)
    const needed = printed.filter((_, index) => {
      tables.release(rows[index] ?? -1)
      if (!this.#met(demand, side, tables.extreme(demand.members, side).value)) return false
      tables.impose(rows[index] ?? -1)
      return true
    })
    for (const row of rows) tables.impose(row)
    return needed
  }

  /** Factor of a group in a recipe. */
  factor(extreme: Extreme, group: number): number {
    return extreme.recipe.get(this.#rowOf.get(group) ?? -1) ?? 0
  }

  /** What is declared known and takes part in a breach, with the end of a band that does. */
  declaredParts(
    breach: Extreme,
    side: Side,
  ): { index: number; members: readonly number[]; value: number; factor: number }[] {
    const { figures, bounds = [] } = this.#publication.declared
    const printed = this.#rowOf.size
    return [...breach.recipe].flatMap(([row, factor]) => {
      const figure = figures[row]
      if (figure) return [{ index: row, ...figure, factor }]
      const bound = bounds[row - figures.length - printed]
      if (!bound) return []
      const value = (side === 'max') === factor > 0 ? bound.max : bound.min
      return [{ index: row - printed, members: bound.members, value: value ?? 0, factor }]
    })
  }

  /** How far a target reaches on one side, against all that is printed. */
  reach(demand: Demand, side: Side): number {
    return this.#current().extreme(demand.members, side).value
  }

  dispose(): void {
    this.#tables?.dispose()
    this.#tables = undefined
  }

  #met({ reachLow, reachHigh }: Demand, side: Side, value: number): boolean {
    return side === 'min' ? value <= reachLow : value >= reachHigh
  }

  #agrees({ table, sums }: Belief): boolean {
    if (this.own.some((atom) => (table[atom] ?? 0) < 1)) return false
    for (const group of this.#publication.printed)
      if (sums[group] !== this.#publication.groups[group]?.value) return false
    return true
  }

  #current(): ConsistentTables {
    const { groups, printed, declared } = this.#publication
    if (this.#tables && [...printed].every((group) => this.#rowOf.has(group))) {
      for (const [group, row] of this.#rowOf) {
        if (printed.has(group) === this.#imposed.has(group)) continue
        if (printed.has(group)) this.#tables.impose(row)
        else this.#tables.release(row)
      }
    } else {
      this.dispose()
      this.#rowOf.clear()
      const figures = [...declared.figures]
      for (const group of printed) {
        this.#rowOf.set(group, figures.length)
        figures.push({ members: groups[group]?.members ?? [], value: groups[group]?.value ?? 0 })
      }
      this.#tables = new ConsistentTables(this.#highs, {
        ...declared,
        figures,
        lowerBounds: ownMelding(declared.atoms, this.own),
      })
    }
    this.#imposed = new Set(printed)
    return this.#tables
  }
}

function targetKey({ id }: Demand, side: Side): string {
  return `${side} ${id}`
}

function believed({ table, sums }: Belief, { group, members }: Demand): number {
  return (group && sums[group.index]) ?? sumOver(table, members)
}

/** What a melder knows of the table without any figure: that she herself is counted in these atoms. */
export function ownMelding(atoms: number, own: readonly number[]): number[] {
  const least = Array.from({ length: atoms }, () => 0)
  for (const atom of own) least[atom] = 1
  return least
}
