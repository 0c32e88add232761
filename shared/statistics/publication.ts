import type { Highs } from 'highs'
import type { AttackerKnowledge } from './attacker-knowledge.ts'
import { BelievedTables } from './believed-tables.ts'
import type { CellGroup } from './cell-groups.ts'
import { ConsistentTables, type Extreme, type Side } from './consistent-tables.ts'
import { reaches, type Reach } from './demands.ts'

/** A part of a recipe: a printed or declared set, its value, and the factor with which it takes part. */
export type RecipePart = { name: string; members: readonly number[]; value: number; factor: number }

/**
 * What is printed at a moment of the search, beside what is declared known, and what somebody makes of it. One model
 * serves all attackers: a melder who knows of herself adds that her own atom is not empty.
 */
export class Publication {
  readonly groups: readonly CellGroup[]
  readonly declared: AttackerKnowledge
  readonly beliefs: BelievedTables
  readonly #printed = new Set<number>()
  readonly #tables: ConsistentTables
  readonly #rowOf: ReadonlyMap<number, number>
  readonly #presenceOf: ReadonlyMap<number, number>
  readonly #boundsFrom: number
  #imposed = new Set<number>()

  /** `people` are the atoms that somebody may know herself to be in. */
  constructor(
    highs: Highs,
    groups: readonly CellGroup[],
    declared: AttackerKnowledge,
    people: readonly number[],
  ) {
    this.groups = groups
    this.declared = declared
    this.beliefs = new BelievedTables(groups)
    const printable = groups.filter(({ standing }) => standing !== 'known')
    const bounds = declared.bounds ?? []
    this.#boundsFrom = declared.figures.length + printable.length
    this.#rowOf = new Map(printable.map(({ index }, place) => [index, declared.figures.length + place]))
    this.#presenceOf = new Map(people.map((atom, place) => [atom, this.#boundsFrom + bounds.length + place]))
    this.#tables = new ConsistentTables(highs, {
      atoms: declared.atoms,
      figures: [...declared.figures, ...printable],
      bounds: [...bounds, ...people.map((atom) => ({ members: [atom], min: 1 }))],
    })
    this.#imposed = new Set([...this.#rowOf.values(), ...this.#presenceOf.values()])
  }

  get printed(): ReadonlySet<number> {
    return this.#printed
  }

  print(index: number): void {
    const group = this.groups[index]
    if (!group || this.#printed.has(index)) return
    this.#printed.add(index)
    this.beliefs.print(group)
  }

  hide(index: number): void {
    const group = this.groups[index]
    if (!group || !this.#printed.delete(index)) return
    this.beliefs.hide(group)
  }

  /** How far a set reaches for somebody who knows of these melders, against all that is printed. */
  extreme(members: readonly number[], side: Side, own: readonly number[] = [], goal?: number): Extreme {
    this.#impose(this.#printed, own)
    return this.#tables.extreme(members, side, goal)
  }

  /** The same against declarations alone. */
  declaredExtreme(members: readonly number[], side: Side, own: readonly number[]): Extreme {
    this.#impose([], own)
    return this.#tables.extreme(members, side)
  }

  /**
   * The printed groups by which a set does not reach far enough: from the proof over fractions, or what no group can be
   * missed from.
   */
  recipeOf(
    short: { members: readonly number[]; side: Side; own: readonly number[]; extreme: Extreme },
    reach: Reach,
  ): number[] {
    const { members, side, own, extreme } = short
    if (!reaches(reach, side, Math.round(extreme.linear * 1e6) / 1e6)) return this.groupsIn(extreme)
    const needed: number[] = []
    const printed = [...this.#printed]
    for (const index of printed) {
      this.hide(index)
      if (!reaches(reach, side, this.extreme(members, side, own).value)) continue
      this.print(index)
      needed.push(index)
    }
    for (const index of printed) this.print(index)
    return needed
  }

  /** The printed groups in a proof over fractions. */
  groupsIn({ recipe }: Extreme): number[] {
    return [...this.#printed].filter((index) => recipe.has(this.#rowOf.get(index) ?? -1))
  }

  /** A printed group's part in a proof. */
  groupPart({ recipe }: Extreme, index: number): RecipePart {
    const { ids, value, members } = this.groups[index] ?? { ids: [], value: 0, members: [] }
    return { name: ids[0] ?? '', members, value, factor: recipe.get(this.#rowOf.get(index) ?? -1) ?? 0 }
  }

  /** What is declared known and takes part in a proof, with the end of a band that does. */
  declaredParts({ recipe }: Extreme, side: Side): RecipePart[] {
    const { figures, bounds = [] } = this.declared
    return [...recipe].flatMap(([row, factor]) => {
      const figure = figures[row]
      if (figure) return [{ ...figure, name: `declared:${row}`, factor }]
      const bound = bounds[row - this.#boundsFrom]
      if (!bound) return []
      const value = (side === 'max') === factor > 0 ? bound.max : bound.min
      const name = `declared:${figures.length + row - this.#boundsFrom}`
      return [{ name, members: bound.members, value: value ?? 0, factor }]
    })
  }

  /** Frees the solver's memory. */
  dispose(): void {
    this.#tables.dispose()
  }

  #impose(printed: Iterable<number>, own: readonly number[]): void {
    const wanted = new Set<number>()
    for (const index of printed) wanted.add(this.#rowOf.get(index) ?? -1)
    for (const atom of own) wanted.add(this.#presenceOf.get(atom) ?? -1)
    for (const row of this.#imposed) if (!wanted.has(row)) this.#tables.release(row)
    for (const row of wanted) if (!this.#imposed.has(row)) this.#tables.impose(row)
    this.#imposed = wanted
  }
}
