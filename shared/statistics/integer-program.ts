import type { Highs, Model } from 'highs'

/** Raised when no table of non-negative whole numbers agrees with what is known. */
export class NoTableAgrees extends Error {
  constructor() {
    super('no table agrees with these figures')
    this.name = 'NoTableAgrees'
  }
}

export type Row = { columns: readonly number[]; min: number; max: number }

/**
 * `point` is whole and was checked by addition; null when a goal was set that not even fractions reach. `linear` is
 * the optimum over fractions too, and `duals` the factors of the rows that prove it.
 */
export type Optimum = { point: number[] | null; linear: number; duals: Map<number, number> }

const NEARLY = 1e-6

/** How often another vertex is looked for before the integer program, and how far the costs lean towards it. */
const LEANINGS = 3
const LEAN = 0.05

/** Lower than any signed sum; the solver takes finite options only. */
const NO_TARGET = -1e15

/**
 * Extremes of sums of non-negative whole variables under rows of zeros and ones. Solves the linear program,
 * whose value is exact when its vertex is whole, and only else the integer program. A point is returned only
 * after integer addition confirmed every row, so rounding in the solver cannot invent a table.
 */
export class IntegerProgram {
  readonly #highs: Highs
  readonly #model: Model
  readonly #columns: number
  readonly #rows: Row[]

  constructor(highs: Highs, columns: number, rows: readonly Row[]) {
    this.#highs = highs
    this.#columns = columns
    this.#rows = rows.map((row) => ({ ...row }))
    const starts = [0]
    const indices: number[] = []
    for (const row of rows) {
      indices.push(...row.columns)
      starts.push(indices.length)
    }
    this.#model = highs.createModel({
      numCols: columns,
      numRows: rows.length,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(highs.infinity),
      rowLower: Float64Array.from(rows, (row) => row.min),
      rowUpper: Float64Array.from(rows, (row) => this.#finite(row.max)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts,
        indices,
        values: new Float64Array(indices.length).fill(1),
      },
    })
    // Most runs start from the last basis, which presolve would throw away.
    this.#model.options.set({ output_flag: false, presolve: 'off', mip_rel_gap: 0, mip_abs_gap: 0.5 })
  }

  /** Loosens or tightens one row. */
  restrict(row: number, min: number, max: number): void {
    const held = this.#rows[row]
    if (!held) throw new Error('no such row')
    held.min = min
    held.max = max
    this.#model.changeRowBounds(row, min, this.#finite(max))
  }

  /**
   * Optimises the sum of the columns with cost 1. The caller sees to it that the sum is bounded. With a goal, any
   * whole point that reaches it will do.
   */
  optimise(costs: Float64Array, sense: 'min' | 'max', goal?: number): Optimum {
    // Always a minimum: the solver's early stop at a goal is defined for that.
    const sign = sense === 'min' ? 1 : -1
    const signed = costs.map((cost) => sign * cost)
    this.#setCosts(signed)
    this.#run()
    const { colValue, rowDual } = this.#model.getSolution()
    const duals = new Map<number, number>()
    rowDual.forEach((dual, row) => {
      if (Math.abs(dual) > NEARLY) duals.set(row, sign * dual)
    })
    const linear = colValue.reduce((sum, value, column) => sum + value * (costs[column] ?? 0), 0)
    const vertex = this.#wholePoint(colValue)
    if (vertex) return { point: vertex, linear, duals }
    if (goal !== undefined && sign * linear > sign * goal + NEARLY) return { point: null, linear, duals }
    const near = goal === undefined ? null : this.#wholeVertexNearby(signed, sign * goal)
    const point = near ?? this.#wholeOptimum(goal === undefined ? NO_TARGET : sign * goal + 0.5)
    return { point, linear, duals }
  }

  /** Another vertex that goes as far as the goal and is whole: much cheaper than the integer program when it exists. */
  #wholeVertexNearby(signed: Float64Array, goal: number): number[] | null {
    let found: number[] | null = null
    for (let attempt = 1; attempt <= LEANINGS && !found; attempt += 1) {
      this.#setCosts(
        signed.map((cost, column) => cost + LEAN * (((column * 7919 + attempt * 104729) % 101) / 101)),
      )
      this.#run()
      const point = this.#wholePoint(this.#model.getSolution().colValue)
      const value = point?.reduce((sum, value, column) => sum + value * (signed[column] ?? 0), 0) ?? Infinity
      if (value <= goal) found = point
    }
    this.#setCosts(signed)
    return found
  }

  #setCosts(costs: Float64Array): void {
    this.#model.changeColsCost({ kind: 'range', from: 0, to: this.#columns - 1 }, costs)
  }

  dispose(): void {
    this.#model.dispose()
  }

  /** Stops early once the signed sum is below `target`. */
  #wholeOptimum(target: number): number[] {
    const { variableType } = this.#highs.constants
    const every = { kind: 'range', from: 0, to: this.#columns - 1 } as const
    this.#model.changeColsIntegrality(
      every,
      Array<typeof variableType.integer>(this.#columns).fill(variableType.integer),
    )
    this.#model.options.set({ objective_target: target, presolve: 'choose' })
    this.#run()
    const point = this.#wholePoint(this.#model.getSolution().colValue)
    this.#model.options.set({ objective_target: NO_TARGET, presolve: 'off' })
    this.#model.changeColsIntegrality(
      every,
      Array<typeof variableType.continuous>(this.#columns).fill(variableType.continuous),
    )
    if (!point) throw new Error('the solver found no whole table where it said there was one')
    return point
  }

  #run(): void {
    const { modelStatus } = this.#highs.constants
    const answered: readonly number[] = [
      modelStatus.optimal,
      modelStatus.objectiveTarget,
      modelStatus.infeasible,
    ]
    this.#model.run()
    if (!answered.includes(this.#model.getModelStatus())) {
      this.#model.clearSolver()
      this.#model.run()
    }
    const status = this.#model.getModelStatus()
    if (status === modelStatus.infeasible) throw new NoTableAgrees()
    if (!answered.includes(status)) throw new Error(`the solver stopped with status ${String(status)}`)
  }

  #wholePoint(values: Float64Array): number[] | null {
    const point = Array.from(values, (value) => Math.max(0, Math.round(value)))
    if (values.some((value, column) => Math.abs(value - (point[column] ?? 0)) > NEARLY)) return null
    const fits = this.#rows.every(({ columns, min, max }) => {
      let sum = 0
      for (const column of columns) sum += point[column] ?? 0
      return sum >= min && sum <= max
    })
    return fits ? point : null
  }

  #finite(max: number): number {
    return Number.isFinite(max) ? max : this.#highs.infinity
  }
}
