import type { Highs } from 'highs'
import { restrictions, type AttackerKnowledge, type Restriction } from './attacker-knowledge.ts'
import { IntegerProgram, NoTableAgrees, type Optimum } from './integer-program.ts'

export type Side = 'min' | 'max'

const NEARLY = 1e-6

/**
 * The outermost value of a target. `table` is a whole table that attains it (for Infinity: one that attains at
 * least the goal). `recipe` holds the factors of the restrictions that prove `linear`, the value over fractions too;
 * it proves `value` when both are equal. With a goal, `value` may stop at it, and when not even fractions reach it
 * there is no table and `value` is how far they go, rounded to what whole numbers could still be.
 */
export type Extreme = { value: number; linear: number; table: number[] | null; recipe: Map<number, number> }

type AtomClass = { atoms: number[]; rows: number[] }
type Component = { classes: number[]; rows: number[]; program: IntegerProgram; solved: Map<string, Optimum> }

/**
 * All tables of non-negative whole numbers that agree with what is known: W(P).
 *
 * Atoms that stand in the same restrictions are one variable; a target that takes only some of them can have all
 * of their sum or nothing of it, so it needs no variable of its own. Restrictions that share no atom are solved
 * apart. Restrictions can be released and imposed again, which is how suppression is tried out.
 */
export class ConsistentTables {
  readonly #atoms: number
  readonly #least: readonly number[]
  readonly #rows: Restriction[]
  readonly #imposed: boolean[]
  readonly #classes: AtomClass[]
  readonly #classOf: Int32Array
  readonly #components: Component[]
  readonly #placeOfRow = new Map<number, { component: Component; index: number }>()

  constructor(highs: Highs, knowledge: AttackerKnowledge) {
    this.#atoms = knowledge.atoms
    this.#least = knowledge.lowerBounds ?? []
    this.#rows = restrictions(knowledge)
    this.#imposed = this.#rows.map(() => true)
    this.#classOf = classesOf(knowledge.atoms, this.#rows)
    this.#classes = []
    this.#classOf.forEach((index, atom) => {
      ;(this.#classes[index] ??= { atoms: [], rows: [] }).atoms.push(atom)
    })
    this.#rows.forEach((row, index) => {
      for (const atomClass of new Set(row.members.map((atom) => this.#classOf[atom] ?? 0)))
        this.#classes[atomClass]?.rows.push(index)
      if (row.max < row.min || (row.members.length === 0 && row.min > 0)) throw new NoTableAgrees()
    })
    this.#components = connected(this.#classes).map((classes) => this.#component(highs, classes))
  }

  /** Throws `NoTableAgrees` when there is none. */
  assertAny(): void {
    for (const component of this.#components) this.#base(component)
  }

  /** Takes a restriction away: it is no longer printed. */
  release(row: number): void {
    this.#set(row, false)
  }

  /** Puts a restriction back. */
  impose(row: number): void {
    this.#set(row, true)
  }

  /** Least or greatest value of the sum of `members` over all consistent tables. */
  extreme(members: readonly number[], side: Side, goal?: number): Extreme {
    const inside = new Set(members)
    const touched = new Map<number, number>()
    for (const atom of inside) {
      const index = this.#classOf[atom]
      if (index === undefined) throw new Error('a target names an atom that does not exist')
      touched.set(index, (touched.get(index) ?? 0) + 1)
    }
    const counted = (index: number): boolean => {
      const count = touched.get(index) ?? 0
      return side === 'max' ? count > 0 : count === this.#classes[index]?.atoms.length
    }
    const open = side === 'max' ? [...touched.keys()].find((index) => this.#isOpen(index)) : undefined
    const concerned = this.#components.filter(
      (component) => open === undefined && component.classes.some(counted),
    )
    let least = 0
    for (const atom of inside) least += this.#least[atom] ?? 0
    const left = goal === undefined || concerned.length > 1 ? undefined : goal - least
    const values = new Float64Array(this.#classes.length)
    let reached = true
    const recipe = new Map<number, number>()
    let linear = 0
    for (const component of this.#components) {
      const costs = Float64Array.from(component.classes, (index) => (counted(index) ? 1 : 0))
      const optimum = concerned.includes(component) ? solved(component, costs, side, left) : null
      if (optimum?.point === null) reached = false
      const point = optimum?.point ?? this.#base(component)
      component.classes.forEach((index, position) => (values[index] = point[position] ?? 0))
      linear += optimum?.linear ?? 0
      optimum?.duals.forEach((dual, position) => recipe.set(component.rows[position] ?? -1, dual))
    }
    linear += least
    if (!reached) {
      const value = side === 'max' ? Math.floor(linear + NEARLY) : Math.ceil(linear - NEARLY)
      return { value, linear, table: null, recipe }
    }
    if (open !== undefined) values[open] = (values[open] ?? 0) + (goal ?? 0)
    const table = this.#spread(values, inside, side)
    if (open !== undefined) return { value: Infinity, linear: Infinity, table, recipe }
    return { value: sumIn(table, inside), linear, table, recipe }
  }

  /** Frees the solver's memory, which no garbage collector does. */
  dispose(): void {
    for (const component of this.#components) component.program.dispose()
  }

  /** Nothing limits this class from above. */
  #isOpen(index: number): boolean {
    return !(this.#classes[index]?.rows ?? []).some(
      (row) => this.#imposed[row] === true && this.#rows[row]?.max !== Infinity,
    )
  }

  #spread(values: Float64Array, inside: ReadonlySet<number>, side: Side): number[] {
    const table = Array.from({ length: this.#atoms }, (_, atom) => this.#least[atom] ?? 0)
    this.#classes.forEach(({ atoms }, index) => {
      const value = values[index] ?? 0
      if (value === 0) return
      const place = atoms.find((atom) => inside.has(atom) === (side === 'max')) ?? atoms[0] ?? 0
      table[place] = (table[place] ?? 0) + value
    })
    return table
  }

  #set(row: number, imposed: boolean): void {
    const restriction = this.#rows[row]
    if (!restriction) throw new Error('no such restriction')
    this.#imposed[row] = imposed
    const place = this.#placeOfRow.get(row)
    if (!place) return
    place.component.program.restrict(
      place.index,
      imposed ? restriction.min : 0,
      imposed ? restriction.max : Infinity,
    )
    place.component.solved.clear()
  }

  #component(highs: Highs, classes: number[]): Component {
    const rows = [...new Set(classes.flatMap((index) => this.#classes[index]?.rows ?? []))].sort(
      (a, b) => a - b,
    )
    const columnOf = new Map(classes.map((index, column) => [index, column]))
    const program = new IntegerProgram(
      highs,
      classes.length,
      rows.map((row) => {
        const { members, min, max } = this.#rows[row] ?? { members: [], min: 0, max: Infinity }
        const columns = new Set(members.map((atom) => columnOf.get(this.#classOf[atom] ?? -1) ?? -1))
        return { columns: [...columns].sort((a, b) => a - b), min, max }
      }),
    )
    const component: Component = { classes, rows, program, solved: new Map() }
    rows.forEach((row, index) => this.#placeOfRow.set(row, { component, index }))
    return component
  }

  #base(component: Component): number[] {
    return solved(component, new Float64Array(component.classes.length), 'min').point ?? []
  }
}

/** Many targets ask the same of a component; it is solved once until a restriction changes. */
function solved(component: Component, costs: Float64Array, side: Side, goal?: number): Optimum {
  const key = `${side}${costs.join('')}${String(goal)}`
  const before = component.solved.get(key)
  if (before) return before
  const optimum = component.program.optimise(costs, side, goal)
  component.solved.set(key, optimum)
  return optimum
}

/** Numbers the atoms so that two have the same number exactly when every restriction takes both or neither. */
function classesOf(atoms: number, rows: readonly Restriction[]): Int32Array {
  const classOf = new Int32Array(atoms)
  let count = atoms === 0 ? 0 : 1
  const sizes = [atoms]
  for (const { members } of rows) {
    const met = new Map<number, number[]>()
    for (const atom of members) {
      const index = classOf[atom] ?? 0
      const list = met.get(index)
      if (list) list.push(atom)
      else met.set(index, [atom])
    }
    for (const [index, taken] of met) {
      if (taken.length === sizes[index]) continue
      for (const atom of taken) classOf[atom] = count
      sizes[index] = (sizes[index] ?? 0) - taken.length
      sizes[count] = taken.length
      count += 1
    }
  }
  return classOf
}

/** Groups of classes that are joined by restrictions; a class without any stands alone. */
function connected(classes: readonly AtomClass[]): number[][] {
  const inRow = new Map<number, number[]>()
  classes.forEach(({ rows }, index) => {
    for (const row of rows) inRow.set(row, [...(inRow.get(row) ?? []), index])
  })
  const seen = new Set<number>()
  return classes.flatMap((_, start) => {
    if (seen.has(start)) return []
    const group = [start]
    seen.add(start)
    const rowsSeen = new Set<number>()
    for (const index of group)
      for (const row of classes[index]?.rows ?? []) {
        if (rowsSeen.has(row)) continue
        rowsSeen.add(row)
        for (const next of inRow.get(row) ?? [])
          if (!seen.has(next)) {
            seen.add(next)
            group.push(next)
          }
      }
    return [group.sort((a, b) => a - b)]
  })
}

function sumIn(table: readonly number[], inside: ReadonlySet<number>): number {
  let sum = 0
  for (const atom of inside) sum += table[atom] ?? 0
  return sum
}
