import { setKey } from './bit-set.ts'
import { AtomSpace, meets, type Counts, type Placed } from './atom-space.ts'
import { isTotal, type EarlierFigure } from './earlier-figures.ts'
import { TOTAL } from './ledger.ts'
import type { ProtectRequest } from './protect-request.ts'
import { blocksFor } from './report-blocks.ts'
import { isMarked } from './report-dimension.ts'
import type { ReportBasis } from './report-basis.ts'
import type { Layout } from './report-layout.ts'
import type { Counted } from './report-explanation.ts'
import { everybodyIn, ReportKnowledge } from './report-knowledge.ts'
import { ReportTargets } from './report-targets.ts'

type Cell = ProtectRequest['cells'][number]

/** One report's figures as sets of atoms, for one choice of tables. */
export class ReportProblem {
  readonly space: AtomSpace
  readonly known: ReportKnowledge
  readonly #basis: ReportBasis
  readonly #layout: Layout
  readonly #targets: ReportTargets
  readonly #fixed: ReadonlySet<string>
  readonly #named = new Map<string, Counted>()

  private constructor(
    basis: ReportBasis,
    layout: Layout,
    targets: ReportTargets,
    made: ReturnType<typeof blocksFor>,
  ) {
    if (!made) throw new Error('too large')
    this.#basis = basis
    this.#layout = layout
    this.#targets = targets
    this.space = new AtomSpace(made.blocks, basis.isOut ? [...made.tied, ...made.pinned] : made.tied)
    this.known = new ReportKnowledge(basis, this.space, made.pinned)
    this.#fixed = fixedIn(layout)
  }

  /** Null when what ties the figures together is too large to be searched. */
  static of(basis: ReportBasis, layout: Layout, isWhole = true): ReportProblem | null {
    const targets = new ReportTargets(basis, layout, isWhole)
    const made = blocksFor({
      all: basis.all,
      dimensions: basis.dimensions,
      figures: [...targets.figures, ...basis.zeros],
      targets: [...targets.between, ...targets.pieces],
      finer: targets.finer,
      totals: basis.totals.filter(({ min, max }) => min === max).map(({ strata }) => strata),
      bounds: basis.totals.filter(({ min, max }) => min < max).map(({ strata }) => strata),
      periods: targets.periods,
      fixed: fixedIn(layout),
      asked: layout.asked,
    })
    return made && new ReportProblem(basis, layout, targets, made)
  }

  /** What `protect` is asked: the values of the layout, all that was printed before, and everything else as a target. */
  request(choice: { secret: Uint8Array; reportId: string }): ProtectRequest {
    const { earlier, placed, threshold } = this.#basis
    const values = [
      ...this.#rows(),
      ...this.#crossed(),
      ...this.margins().map(({ members }, index) => ({
        id: `margin:${String(index)}`,
        members,
        ledger: true,
        settled: true,
      })),
      ...earlier.flatMap((figure, index) => this.#earlier(figure, index)),
      ...this.#totals(),
    ]
    const known = new Set(values.map(({ members }) => setKey(members)))
    const targets = [...this.#targets.between, ...this.#targets.finer].flatMap((counts) =>
      this.#target(counts),
    )
    const pieces = this.#targets.pieces.flatMap((counts) =>
      this.#target(counts).map((cell) => ({ ...cell, piece: true })),
    )
    return {
      atoms: this.space.count(placed),
      helpers: [...this.space.helpers],
      cells: [...values, ...[...targets, ...pieces].filter(({ members }) => !known.has(setKey(members)))],
      threshold,
      declared: this.known.declared(),
      ...(this.#basis.isOut ? { out: this.known.out() } : {}),
      // A cross table comes beside decided tables, and would hardly ever pass.
      evenly: this.#layout.crossTables.length === 0,
      secret: choice.secret,
      reportId: choice.reportId,
    }
  }

  /** What the printed rows of a one-way table add up to in the groups by which a cross table apart from it counts. */
  margins(): { members: number[]; value: number }[] {
    return this.#layout.crossTables.flatMap(({ dimensions: [one, other], rows, columns }) =>
      [
        ...rows.map((row) => [one, row] as const),
        ...columns.map((column) => [other, column] as const),
      ].flatMap(([name, group]) => {
        if (!this.#fixed.has(name)) return []
        const counts = this.#targets.counts([name, group])
        return this.#places(counts).map((members) => ({ members, value: this.#count(counts) }))
      }),
    )
  }

  rowId(dimension: string, categories: readonly string[]): string {
    return this.#name(rowIdOf(dimension, categories), {
      dimension,
      categories: [...categories],
    })
  }

  cellId([one, other]: readonly [string, string], row: readonly string[], column: readonly string[]): string {
    return this.#name(JSON.stringify([one, [...row].sort(), other, [...column].sort()]), {
      dimension: one,
      categories: [...row],
      crossing: { dimension: other, categories: [...column] },
    })
  }

  /** What a cell of the request counts; everybody for what was declared. */
  counted(id: string): Counted {
    if (id === 'own-melding') return { dimension: id, categories: [] }
    return this.#named.get(id) ?? { dimension: TOTAL, categories: [] }
  }

  /** The atoms of a value that the report prints, in each block that has them. */
  members(...parts: readonly (readonly [dimension: string, categories: readonly string[]])[]): number[][] {
    return this.#places(this.#targets.counts(...parts))
  }

  /** Half-years are told by the first block; where others share them, their totals are known there anyway. */
  #places(counts: Counts): number[][] {
    return counts.condition.size === 0 ? [this.space.members(counts)] : this.space.everywhere(counts)
  }

  #rows(): Cell[] {
    return [...this.#layout.tables].flatMap(([name, partition]) =>
      (partition ?? []).flatMap((row) => {
        const id = this.rowId(name, row)
        const counts = this.#targets.counts([name, row])
        const unsafe = this.#isMarked(counts)
        return this.#places(counts).map((members, block) => {
          const place = block === 0 ? id : this.#name(`${id}:${String(block)}`, this.counted(id))
          return { id: place, members, unsafe, ...this.#settled(id) }
        })
      }),
    )
  }

  /** What was decided with an earlier layout stays as it is. */
  #settled(id: string): Pick<Cell, 'ledger' | 'hiddenBefore' | 'withheld' | 'settled'> {
    if (!this.#layout.settled?.ids.has(id)) return {}
    return this.#layout.settled.hidden.has(id)
      ? { hiddenBefore: true, withheld: true }
      : { ledger: true, settled: true }
  }

  #crossed(): Cell[] {
    return this.#layout.crossTables.flatMap(({ dimensions: [one, other], rows, columns }) =>
      rows.flatMap((row) =>
        columns.map((column) => {
          const counts = this.#targets.counts([one, row], [other, column])
          const id = this.cellId([one, other], row, column)
          const cell = { ...this.#cell(id, counts), ...this.#settled(id) }
          return this.#isJustEnough(counts, [row, column]) ? { ...cell, unsafe: true } : cell
        }),
      ),
    )
  }

  #earlier({ figure, strata, condition, value }: EarlierFigure, index: number): Cell[] {
    if (isTotal(figure) || typeof value === 'object') return []
    const id = this.#name(`ledger:${String(index)}`, {
      dimension: figure.dimension,
      categories: figure.categories,
      ...(figure.crossing ? { crossing: figure.crossing } : {}),
      period: figure.period,
    })
    const cell = this.#cell(id, { strata, condition })
    return [value === 'hidden' ? { ...cell, hiddenBefore: true, withheld: true } : { ...cell, ledger: true }]
  }

  /** What everybody is counted as, and what is left of it beside a row, may tell something too. */
  #totals(): Cell[] {
    const totals = this.#basis.totals.flatMap(({ strata, named, isDeclared, min, max }, index) =>
      this.space.everywhere(everybodyIn(strata)).map((members, block) => {
        const id = `${TOTAL}:${String(index)}:${String(block)}`
        if (named) this.#name(id, named)
        const unsafe = this.#isMarked(everybodyIn(strata))
        const isOut = !isDeclared && min === max
        return { id, members, unsafe, ...(isOut ? { ledger: true } : { hiddenBefore: true }) }
      }),
    )
    if (this.#basis.totals.every(({ isDeclared }) => isDeclared)) return totals
    return [
      ...totals,
      ...this.known.pinned().map(({ members }, index) => ({
        id: `${TOTAL}:pinned:${String(index)}`,
        members,
        ledger: true,
      })),
    ]
  }

  #target(counts: Counts): Cell[] {
    if (!this.space.tells(counts)) return this.space.around(counts).flatMap((near) => this.#target(near))
    const id = JSON.stringify(['part', [...counts.condition], counts.strata])
    const groups = [...counts.condition.values()]
    const merged = groups.some(({ length }) => length > 1)
    return [{ ...this.#cell(id, counts), merged, hiddenBefore: true }]
  }

  #cell(id: string, counts: Counts): Cell {
    return { id, members: this.space.members(counts), unsafe: this.#isMarked(counts) }
  }

  /** Of exactly k who were taken together, one knows that the others are fewer. */
  #isJustEnough(counts: Counts, groups: readonly (readonly string[])[]): boolean {
    return groups.some(({ length }) => length > 1) && this.#count(counts) === this.#basis.threshold
  }

  #isMarked(counts: Counts): boolean {
    return isMarked(this.#melders(counts), this.#basis.threshold)
  }

  #count(counts: Counts): number {
    return this.#melders(counts).length
  }

  #melders({ strata, condition }: Counts): Placed['melder'][] {
    const inside = new Set(strata)
    return this.#basis.placed.flatMap(({ melder, stratum }) =>
      inside.has(stratum) && meets(melder, condition) ? [melder] : [],
    )
  }

  #name(id: string, counted: Counted): string {
    this.#named.set(id, counted)
    return id
  }
}

/** Dimensions of which every row was settled as printed. */
function fixedIn({ tables, settled }: Layout): Set<string> {
  const isPrinted = (name: string, row: readonly string[]): boolean =>
    settled !== undefined && settled.ids.has(rowIdOf(name, row)) && !settled.hidden.has(rowIdOf(name, row))
  return new Set(
    [...tables].flatMap(([name, rows]) => (rows?.every((row) => isPrinted(name, row)) ? [name] : [])),
  )
}

function rowIdOf(dimension: string, categories: readonly string[]): string {
  return JSON.stringify([dimension, [...categories].sort()])
}
