import { advisorsOf, crossSteps, safeStep, type CountedSteps } from './safe-steps.ts'
import type { Threshold } from './presets.ts'
import { protect, type Protected } from './protect.ts'
import type { GivenUp } from './protected-report.ts'
import { peopleIn, type ReportDimension } from './report-dimension.ts'
import type { ReportBasis } from './report-basis.ts'
import type { CrossLayout, Layout } from './report-layout.ts'
import { ReportProblem } from './report-problem.ts'
import { paceOf, TooLarge, type GateRun } from './search-limits.ts'

/** What may be printed, with the search that proved it. */
export type Chosen = {
  layout: Layout
  problem: ReportProblem
  answer: Protected
  hidden: ReadonlySet<string>
  /** Of every hidden value, from the search that decided to hide it. */
  explanations: readonly Protected['explanations'][number][]
}

type Attempt = Chosen | { blockedBy: string[] } | 'too-large'

export type Asked = {
  dimensions: readonly ReportDimension[]
  crossTables: readonly (readonly [string, string])[]
  threshold: Threshold
  /** How many a row needs at least, where that may be more than k; none is hidden then. */
  leastInRow?: number
  secret: Uint8Array
  reportId: string
}

/**
 * Looks for the tables to print: each dimension at the finest declared step of which every row may be printed, one
 * step coarser whenever more than half of its rows would have to be hidden, or the search grows too large; then the
 * cross tables that were asked for. Steps depend on counts only in that they are left.
 */
export class LayoutSearch {
  readonly #basis: ReportBasis
  readonly #asked: Asked
  readonly #run: GateRun
  readonly #counted: CountedSteps
  readonly #steps = new Map<string, number | null>()
  /** Dimensions that went a step further than their counts alone ask for, and why. */
  readonly #further = new Map<string, 'crowded' | 'too-large'>()
  readonly #crossReasons = new Map<readonly [string, string], GivenUp['reason']>()
  /** Pairs of dimensions that are crossed: from 4k people on. */
  readonly #crossing: (readonly [string, string])[]
  /**
   * The share of a table's rows that may be hidden: none where advisors count together, who know who is in them, or where
   * rows are to be so large that nothing about the parts of a caseload follows from them.
   */
  readonly #mostHidden: number
  #done = 0

  constructor(basis: ReportBasis, asked: Asked, run: GateRun) {
    this.#basis = basis
    this.#asked = asked
    this.#run = run
    const inside = new Set(basis.own)
    const melders = basis.placed.flatMap(({ melder, stratum }) => (inside.has(stratum) ? [melder] : []))
    this.#counted = { melders, threshold: asked.threshold, leastInRow: asked.leastInRow }
    const isWhole = asked.leastInRow !== undefined || advisorsOf(melders).length > 0
    this.#mostHidden = isWhole ? 0 : 1 / 2
    const isCrossed = this.#isBroken() && peopleIn(melders) >= 4 * asked.threshold
    this.#crossing = isCrossed ? [...asked.crossTables] : []
    if (!isCrossed) for (const pair of asked.crossTables) this.#crossReasons.set(pair, 'too-few-melders')
  }

  /** The tables, or the ids of the earlier figures that are in the way; 'too-large' when not even a total can be proved. */
  async choose(): Promise<Attempt> {
    const { dimensions } = this.#asked
    for (const dimension of dimensions)
      this.#steps.set(dimension.name, this.#isBroken() ? this.#stepFrom(dimension, 0) : null)
    for (;;) {
      const attempt = await this.#attempt([], null)
      if (attempt === 'too-large') {
        const [largest] = [...this.#tables()].sort(([, a], [, b]) => b.length - a.length)
        if (!largest) return attempt
        this.#coarsen(largest[0], 'too-large')
        continue
      }
      if ('blockedBy' in attempt) return attempt
      const spoilt = dimensions.find(
        ({ name }) => hiddenShare(attempt, rowIds(attempt, name)) > this.#mostHidden,
      )
      if (!spoilt) return this.#withCrossTables(attempt)
      this.#coarsen(spoilt.name, 'crowded')
    }
  }

  /** What was left out or merged, and why. */
  givenUp({ layout, problem, hidden }: Chosen): GivenUp[] {
    const oneWay = this.#asked.dimensions
      .filter(({ ladder }) => (ladder[0]?.length ?? 0) > 1)
      .flatMap((dimension): GivenUp[] => {
        const { name, ladder } = dimension
        const further = this.#further.get(name)
        // Whether a group is too small by itself or only beside earlier figures would tell how small it is.
        const reason: GivenUp['reason'] =
          further === 'too-large' ? 'too-large-to-prove' : 'categories-too-small'
        const rows = layout.tables.get(name)
        if (!rows)
          return [
            { dimension: name, fate: 'left-out', reason: this.#isBroken() ? reason : 'too-few-melders' },
          ]
        const isHidden = rows.some((row) => hidden.has(problem.rowId(name, row)))
        return [
          ...(rows.length < (ladder[0]?.length ?? 0)
            ? [{ dimension: name, fate: 'merged' as const, reason }]
            : []),
          ...(isHidden
            ? [{ dimension: name, fate: 'hidden' as const, reason: 'categories-too-small' as const }]
            : []),
        ]
      })
    const crossed = this.#asked.crossTables.flatMap((pair): GivenUp[] => {
      const about = { dimension: pair[0], crossedWith: pair[1] }
      const table = layout.crossTables.find(({ dimensions }) => dimensions === pair)
      if (!table)
        return [
          { ...about, fate: 'left-out', reason: this.#crossReasons.get(pair) ?? 'categories-too-small' },
        ]
      const isHidden = cellIds(problem, table).some((id) => hidden.has(id))
      const isMerged = [table.rows, table.columns].some(
        (groups, side) => groups.length < (this.#dimension(pair[side === 0 ? 0 : 1])?.ladder[0]?.length ?? 0),
      )
      return [
        ...(isMerged ? [{ ...about, fate: 'merged' as const, reason: 'categories-too-small' as const }] : []),
        ...(isHidden ? [{ ...about, fate: 'hidden' as const, reason: 'categories-too-small' as const }] : []),
      ]
    })
    return [...oneWay, ...crossed]
  }

  /** Breakdowns need an exact total and twice as many people as the threshold. */
  #isBroken(): boolean {
    return this.#basis.total.shown === 'exact' && peopleIn(this.#counted.melders) >= 2 * this.#asked.threshold
  }

  async #withCrossTables(first: Chosen): Promise<Chosen> {
    let best = first
    for (const pair of this.#crossing) {
      const found = await this.#crossed(best, pair)
      if (typeof found === 'string') this.#crossReasons.set(pair, found)
      else best = found
    }
    return best
  }

  /** The finest cross table of which at least half can be seen beside everything that was decided before. */
  async #crossed(before: Chosen, pair: readonly [string, string]): Promise<Chosen | GivenUp['reason']> {
    const [one, other] = pair.map((name) => this.#dimension(name))
    if (!one || !other || one === other) throw new Error('crossTables: names no two dimensions')
    const from = pair.map((name) => this.#steps.get(name) ?? null)
    const [fromOne = null, fromOther = null] = from
    if (fromOne === null || fromOther === null) return 'categories-too-small'
    let reason: GivenUp['reason'] = 'categories-too-small'
    for (const { rows, columns } of crossSteps([one, fromOne], [other, fromOther], this.#counted)) {
      const table = { dimensions: pair, rows, columns }
      const attempt = await this.#attempt([...before.layout.crossTables, table], before)
      if (attempt === 'too-large') {
        reason = 'too-large-to-prove'
        continue
      }
      if ('blockedBy' in attempt) continue
      if (hiddenShare(attempt, cellIds(attempt.problem, table)) <= 1 / 2) return attempt
    }
    return reason
  }

  async #attempt(crossTables: readonly CrossLayout[], before: Chosen | null): Promise<Attempt> {
    const layout: Layout = {
      tables: new Map(this.#asked.dimensions.map(({ name }) => [name, this.#tables().get(name) ?? null])),
      crossTables,
      asked: crossTables.map(({ dimensions }) => dimensions),
      ...(before ? { settled: { ids: new Set(shownIds(before)), hidden: before.hidden } } : {}),
    }
    const isLimited = this.#tables().size > 0
    const problem = ReportProblem.of(this.#basis, layout)
    if (!problem) return 'too-large'
    try {
      const pace = paceOf(this.#run, isLimited)
      await pace()
      const answer = await protect(problem.request(this.#asked), pace)
      const total = 1 + this.#asked.dimensions.length + this.#asked.crossTables.length
      this.#done = Math.min(this.#done + 1, total)
      this.#run.onProgress?.(this.#done, total)
      if (!answer.ok) return answer
      const hidden = new Set(answer.hidden)
      const explanations = [
        ...(before?.explanations ?? []),
        ...answer.explanations.filter(({ id }) => !layout.settled?.ids.has(id)),
      ]
      return { layout, problem, answer, hidden, explanations }
    } catch (error) {
      if (error instanceof TooLarge) return 'too-large'
      throw error
    }
  }

  #tables(): Map<string, ReportDimension['ladder'][number]> {
    const found = new Map<string, ReportDimension['ladder'][number]>()
    for (const { name, ladder } of this.#asked.dimensions) {
      const step = this.#steps.get(name) ?? null
      const rows = step === null ? undefined : ladder[step]
      if (rows) found.set(name, rows)
    }
    return found
  }

  #coarsen(name: string, why: 'crowded' | 'too-large'): void {
    const dimension = this.#dimension(name)
    const step = this.#steps.get(name) ?? null
    if (!dimension || step === null) throw new Error('a table that is not there cannot be coarser')
    this.#further.set(name, why)
    this.#steps.set(name, this.#stepFrom(dimension, step + 1))
  }

  #stepFrom(dimension: ReportDimension, from: number): number | null {
    const isCrossed = this.#crossing.some((pair) => pair.includes(dimension.name))
    return safeStep(dimension, this.#counted, from, isCrossed)
  }

  #dimension(name: string): ReportDimension | undefined {
    return this.#asked.dimensions.find((dimension) => dimension.name === name)
  }
}

/** Every value that stands in a table, by id. */
export function shownIds({ layout, problem }: Pick<Chosen, 'layout' | 'problem'>): string[] {
  const rows = [...layout.tables].flatMap(([name, partition]) =>
    (partition ?? []).map((row) => problem.rowId(name, row)),
  )
  return [...rows, ...layout.crossTables.flatMap((table) => cellIds(problem, table))]
}

function rowIds({ layout, problem }: Chosen, name: string): string[] {
  return (layout.tables.get(name) ?? []).map((row) => problem.rowId(name, row))
}

function cellIds(problem: ReportProblem, { dimensions, rows, columns }: CrossLayout): string[] {
  return rows.flatMap((row) => columns.map((column) => problem.cellId(dimensions, row, column)))
}

function hiddenShare({ hidden }: Chosen, ids: readonly string[]): number {
  return ids.length === 0 ? 0 : ids.filter((id) => hidden.has(id)).length / ids.length
}
