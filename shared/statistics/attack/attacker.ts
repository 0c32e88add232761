import type { Highs } from 'highs'
import { ConsistentTables, type Extreme, type Side } from '../consistent-tables.ts'
import { signedTerms } from '../explanation.ts'
import type { AttackedFigures, AttackFinding, AttackTarget } from './attacked-figures.ts'

export type Interval = { min: number; max: number }

/** How far an interval must reach for nothing to have been learned. */
export type Needed = { reachLow: number; reachHigh: number }

type Known = { id: string | null; members: readonly number[]; value: number }

/** Somebody with all the figures and a solver, once with what was printed and once with declarations alone. */
export class Attacker {
  readonly #figures: AttackedFigures
  readonly #known: Known[]
  readonly #printed: { tables: ConsistentTables; people: number; present: readonly number[] }
  /** D alone and, where figures were out before, those alone: what either tells was known. */
  readonly #declared: { tables: ConsistentTables; people: number; present: readonly number[] }[]
  /** For a melder: nothing can be refused for what she concludes from a total and from what was out. */
  readonly #herself: { tables: ConsistentTables; people: number; present: readonly number[] }[]

  constructor(highs: Highs, attacked: AttackedFigures) {
    this.#figures = attacked
    const { declared, links = [], structural = [], out = [] } = attacked
    const zeros = structural.map((atom) => ({ id: null, members: [atom], value: 0 }))
    const bare = [...links.map((link) => ({ id: null, ...link })), ...zeros]
    const nature = [...bare, ...declared.figures]
    this.#known = [...nature, ...attacked.figures]
    const model = (figures: readonly Known[]) => {
      const people = figures.length + declared.bounds.length
      const tables = new ConsistentTables(highs, {
        atoms: attacked.atoms,
        figures,
        bounds: [...declared.bounds, ...attacked.people.map(({ members }) => ({ members, min: 1 }))],
      })
      attacked.people.forEach((_, index) => tables.release(people + index))
      return { tables, people, present: [] }
    }
    const before = out.map((figure) => ({ id: null, ...figure }))
    this.#declared = [model(nature), ...(out.length > 0 ? [model([...bare, ...before])] : [])]
    this.#herself = out.length > 0 ? [model([...nature, ...before])] : this.#declared
    this.#printed = model(this.#known)
  }

  /** What is left of a set for somebody who knows that these people (by index) exist. */
  interval(members: readonly number[], present: readonly number[] = []): Interval {
    return { min: this.reach(members, 'min', present), max: this.reach(members, 'max', present) }
  }

  /** One end of it. With a goal, any value that goes as far as the goal may be given. */
  reach(members: readonly number[], side: Side, present: readonly number[], goal?: number): number {
    return this.#extreme(this.#printed, members, side, present, goal).value
  }

  /** Whether a person (by index) can exist at all. */
  exists(person: number): boolean {
    const members = this.#figures.people[person]?.members ?? []
    return this.#extreme(this.#printed, members, 'max', []).value > 0
  }

  /** The same from declarations alone. */
  declaredInterval(members: readonly number[], present: readonly number[] = []): Interval {
    const ends = (side: Side): number[] =>
      (present.length > 0 ? this.#herself : this.#declared).map(
        (model) => this.#extreme(model, members, side, present).value,
      )
    return { min: Math.max(...ends('min')), max: Math.min(...ends('max')) }
  }

  /** Which printed figures it takes to learn that a target lies on one side of a value, and their sum. */
  proof(
    members: readonly number[],
    side: Side,
    learned: (value: number) => boolean,
    present: readonly number[] = [],
  ): Pick<AttackFinding, 'terms' | 'divisor' | 'adds'> {
    const extreme = this.#extreme(this.#printed, members, side, present)
    const bounds = this.#figures.declared.bounds
    const parts = [...extreme.recipe].map(([row, factor]) => {
      const known = this.#known[row]
      if (known) return { id: known.id, value: known.value, factor }
      const bound = bounds[row - this.#known.length]
      if (!bound) return { id: 'present', value: 1, factor }
      const value = ((side === 'max') === factor > 0 ? bound.max : bound.min) ?? 0
      return { id: 'declared', value, factor }
    })
    const sum = signedTerms(parts.map((part) => ({ ...part, id: part.id ?? '' })))
    if (sum && Math.abs(sum.sum / sum.divisor - extreme.linear) < 1e-6 && learned(extreme.linear))
      return { terms: sum.terms.filter(({ id }) => id !== ''), divisor: sum.divisor, adds: true }
    return { terms: this.#needed(members, side, learned, present), divisor: 1, adds: false }
  }

  dispose(): void {
    this.#printed.tables.dispose()
    for (const { tables } of new Set([...this.#declared, ...this.#herself])) tables.dispose()
  }

  /** Printed figures none of which can be missed, where no sum of them says it. */
  #needed(
    members: readonly number[],
    side: Side,
    learned: (value: number) => boolean,
    present: readonly number[],
  ): AttackFinding['terms'] {
    const offset = this.#known.length - this.#figures.figures.length
    const { tables } = this.#printed
    const terms = this.#figures.figures.flatMap(({ id, value }, index): AttackFinding['terms'] => {
      tables.release(offset + index)
      if (learned(this.#extreme(this.#printed, members, side, present).value)) return []
      tables.impose(offset + index)
      return [{ id, sign: 1, value }]
    })
    this.#figures.figures.forEach((_, index) => tables.impose(offset + index))
    return terms
  }

  #extreme(
    model: { tables: ConsistentTables; people: number; present: readonly number[] },
    members: readonly number[],
    side: Side,
    present: readonly number[],
    goal?: number,
  ): Extreme {
    for (const index of model.present)
      if (!present.includes(index)) model.tables.release(model.people + index)
    for (const index of present) if (!model.present.includes(index)) model.tables.impose(model.people + index)
    model.present = present
    return model.tables.extreme(members, side, goal)
  }
}

/**
 * What G(k) asks of a target, given what declarations leave open; null when it asks nothing. Of a target whose count
 * is unknown only a greatest value below k is certain to be too much.
 */
export function needed(target: AttackTarget, threshold: number, declared: Interval): Needed | null {
  const { value, marked = false } = target
  if (declared.min === declared.max) return null
  if (value === undefined) return { reachLow: Infinity, reachHigh: Math.min(threshold, declared.max) }
  if (value < threshold) return { reachLow: declared.min, reachHigh: Math.min(threshold, declared.max) }
  if (!marked) return null
  return {
    reachLow: Math.max(declared.min, value - threshold),
    reachHigh: Math.min(value + threshold, declared.max),
  }
}
