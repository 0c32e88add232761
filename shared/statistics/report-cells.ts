import type { Bounds, Figure } from './attacker-knowledge.ts'
import { AtomSpace, meets, type Condition } from './atom-space.ts'
import type { EarlierFigure } from './earlier-figures.ts'
import { TOTAL } from './ledger.ts'
import type { ReportTotal } from './presets.ts'
import type { ProtectRequest } from './protect-request.ts'
import {
  categoriesOf,
  oneAccused,
  type Partition,
  type ReportDimension,
  type ReportMelder,
} from './report-dimension.ts'

/** What a cell or a term counts. */
export type Counted = { dimension: string; categories: string[] }

/** The partition that is to be printed for each dimension; null where there is no table. */
export type Layout = ReadonlyMap<string, Partition | null>

type Cell = ProtectRequest['cells'][number]

/** One report's figures as sets of atoms. */
export class ReportCells {
  readonly space: AtomSpace
  readonly #melders: readonly ReportMelder[]
  readonly #dimensions: readonly ReportDimension[]
  readonly #total: ReportTotal
  readonly #earlier: readonly EarlierFigure[]
  readonly #named = new Map<string, Counted>()

  constructor(
    melders: readonly ReportMelder[],
    dimensions: readonly ReportDimension[],
    total: ReportTotal,
    earlier: readonly EarlierFigure[],
  ) {
    this.space = new AtomSpace(blocks(dimensions, total, earlier))
    this.#melders = melders
    this.#dimensions = dimensions
    this.#total = total
    this.#earlier = earlier
  }

  /** What `protect` is asked: the rows of the layout, all that was printed before, and every finer cell as a target. */
  request(
    layout: Layout,
    threshold: number,
    choice: { secret: Uint8Array; reportId: string },
  ): ProtectRequest {
    return {
      atoms: this.space.count(this.#melders),
      cells: [...this.#rows(layout), ...this.#finer(layout), ...this.#ledgerCells()],
      threshold,
      declared: this.declared(),
      secret: choice.secret,
      reportId: choice.reportId,
    }
  }

  /** D: the total as it is printed now, and totals and ranges that were printed before. */
  declared(): { figures: { members: number[]; value: number }[]; bounds: Bounds } {
    const figures: { members: number[]; value: number }[] = []
    const bounds: { members: number[]; min: number; max: number }[] = []
    for (const members of this.space.wholes()) {
      if (this.#total.shown === 'exact') figures.push({ members, value: this.#total.value })
      else if (this.#total.shown === 'band')
        bounds.push({ members, min: this.#total.from, max: this.#total.to })
      else bounds.push({ members, min: 0, max: this.#total.below - 1 })
      for (const { condition, value } of this.#earlier) {
        if (condition.size > 0) continue
        if (typeof value === 'number') figures.push({ members, value })
        else if (value !== 'hidden') bounds.push({ members, min: value.from, max: value.to })
      }
    }
    for (const { condition, value } of this.#earlier)
      if (condition.size > 0 && typeof value === 'object')
        bounds.push({ members: this.space.members(condition), min: value.from, max: value.to })
    return { figures, bounds }
  }

  /** Figures of earlier reports about parts of the year, for the witnesses to agree with. */
  earlierParts(): Figure[] {
    return this.#earlier.flatMap(({ condition, value }) =>
      condition.size > 0 && typeof value === 'number'
        ? [{ members: this.space.members(condition), value }]
        : [],
    )
  }

  rowId(dimension: string, categories: readonly string[]): string {
    const id = JSON.stringify([dimension, [...categories].sort()])
    this.#named.set(id, { dimension, categories: [...categories] })
    return id
  }

  /** What a cell of the request counts; everybody for what was declared. */
  counted(id: string): Counted {
    if (id === 'own-melding') return { dimension: id, categories: [] }
    return this.#named.get(id) ?? { dimension: TOTAL, categories: [] }
  }

  #rows(layout: Layout): Cell[] {
    return [...layout].flatMap(([name, partition]) =>
      (partition ?? []).map((categories) => this.#cell(name, categories)),
    )
  }

  #finer(layout: Layout): Cell[] {
    return this.#dimensions.flatMap((dimension) => {
      const printed = layout.get(dimension.name) ?? []
      const seen = new Set(printed.map((categories) => this.rowId(dimension.name, categories)))
      return dimension.ladder.flat().flatMap((categories) => {
        const id = this.rowId(dimension.name, categories)
        if (seen.has(id) || categories.length === categoriesOf(dimension).length) return []
        seen.add(id)
        return [{ ...this.#cell(dimension.name, categories), hiddenBefore: true }]
      })
    })
  }

  #cell(dimension: string, categories: readonly string[]): Cell {
    const condition = new Map([[dimension, categories]])
    return {
      id: this.rowId(dimension, categories),
      members: this.space.members(condition),
      unsafe: this.#oneAccused(condition),
    }
  }

  #ledgerCells(): Cell[] {
    return this.#earlier.flatMap(({ condition, value, reportId }, index) => {
      if (condition.size === 0 || typeof value === 'object') return []
      const id = `ledger:${String(index)}:${reportId}`
      const [[dimension, categories] = [TOTAL, []]] = [...condition].reverse()
      this.#named.set(id, { dimension, categories: [...categories] })
      const members = this.space.members(condition)
      const unsafe = this.#oneAccused(condition)
      return [
        value === 'hidden'
          ? { id, members, unsafe, hiddenBefore: true }
          : { id, members, unsafe, ledger: true },
      ]
    })
  }

  #oneAccused(condition: Condition): boolean {
    return oneAccused(this.#melders.filter((melder) => meets(melder, condition)))
  }
}

/** Dimensions that an earlier figure crosses share a block; all of them when no exact total ties the blocks. */
function blocks(
  dimensions: readonly ReportDimension[],
  total: ReportTotal,
  earlier: readonly EarlierFigure[],
): ReportDimension[][] {
  const parts = earlier.filter(({ condition }) => condition.size > 0)
  if (total.shown !== 'exact' && parts.length > 0) return [[...dimensions]]
  let made = dimensions.map((dimension) => [dimension])
  for (const { condition } of parts) {
    const crossed = made.filter((block) => block.some(({ name }) => condition.has(name)))
    made = [...made.filter((block) => !crossed.includes(block)), crossed.flat()]
  }
  return made
}
