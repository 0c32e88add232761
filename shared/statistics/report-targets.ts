import { meets, type Condition, type Counts } from './atom-space.ts'
import { isTotal } from './earlier-figures.ts'
import { isMarked, type Partition } from './report-dimension.ts'
import type { ReportBasis } from './report-basis.ts'
import type { Layout } from './report-layout.ts'
import { TIME } from './report-time.ts'
import { divided, within, without, type StrataSet } from './strata.ts'

/**
 * What the figures of a report and earlier ones count, and what else must stay open between them: every row that any
 * of them has, in every period that any of them has and in what is left of a period when others within it are taken
 * away. What no figure divides needs no target of its own: it is as open as the whole. Rows that nothing prints
 * (`finer`) are looked at where figures divide what is around them.
 */
export class ReportTargets {
  readonly figures: readonly Counts[]
  readonly between: readonly Counts[]
  readonly pieces: readonly Counts[]
  readonly finer: readonly Counts[]
  /** What reports are or were about, this one among them: their tables were asked for, printed or not. */
  readonly periods: readonly StrataSet[]
  readonly #basis: ReportBasis

  /** Without `isWhole` rows that are marked are left out: whether there are any is a secret. */
  constructor(basis: ReportBasis, layout: Layout, isWhole: boolean) {
    this.#basis = basis
    const rows = [...layout.tables].flatMap(([name, partition]) =>
      (partition ?? []).map((row) => this.counts([name, row])),
    )
    const cells = layout.crossTables.flatMap(({ dimensions: [one, other], rows: lines, columns }) =>
      lines.flatMap((row) => columns.map((column) => this.counts([one, row], [other, column]))),
    )
    const earlier = basis.earlier.filter(({ figure }) => !isTotal(figure))
    this.figures = [...rows, ...cells, ...earlier]
    this.periods = distinct([basis.own, ...basis.parts], String)
    this.between = [...this.#between(), ...(isWhole ? this.#marked() : []), ...this.#totals()]
    this.pieces = this.#pieces()
    const rowsFinest = basis.dimensions.flatMap(({ name, ladder }) => {
      const strata = this.figures.flatMap((figure) => (figure.condition.has(name) ? [figure.strata] : []))
      const rows = ladder.flatMap((partition) => (partition.length > 1 ? rowsOf(name, partition) : []))
      return segmentsOf([...this.periods, ...strata]).flatMap((segment) =>
        rows.map((condition) => ({ strata: segment, condition })),
      )
    })
    this.finer = [...rowsFinest, ...layout.asked.flatMap((pair) => this.#crossed(pair))]
  }

  /** A value of the report: the melders of its own period of some categories, half-years among them. */
  counts(...parts: readonly (readonly [dimension: string, categories: readonly string[]])[]): Counts {
    const time = parts.find(([name]) => name === TIME)
    return {
      strata: time ? this.#basis.ownIn(time[1]) : this.#basis.own,
      condition: new Map(parts.filter(([name]) => name !== TIME)),
    }
  }

  /** Every cell of every way to cross two dimensions, in the period of the report. */
  #crossed([one, other]: readonly [string, string]): Counts[] {
    const rows = (name: string): (readonly string[])[] =>
      (name === TIME
        ? this.#basis.time
        : this.#basis.dimensions.find((each) => each.name === name)
      )?.ladder.flatMap((partition) => (partition.length > 1 ? partition : [])) ?? []
    return rows(one).flatMap((row) => rows(other).map((column) => this.counts([one, row], [other, column])))
  }

  /** What totals leave of each other, those that were given as numbers apart. */
  #totals(): Counts[] {
    const exact = this.#basis.totals.flatMap(({ strata, min, max }) => (min === max ? [strata] : []))
    return distinct([...segmentsOf(this.periods), ...segmentsOf(distinct(exact, String))], String).map(
      (strata) => ({
        strata,
        condition: new Map(),
      }),
    )
  }

  /**
   * The smallest pieces into which periods, totals and tables by time cut the caseload together: twelve of a group in a
   * half-year, less what three of its four entities had told of it, are the three of the fourth.
   */
  #pieces(): Counts[] {
    const { totals, all } = this.#basis
    const byTime = this.figures.flatMap(({ strata, condition }) => (condition.size === 0 ? [strata] : []))
    const cut = divided(all, [...this.periods, ...totals.map(({ strata }) => strata), ...byTime])
    return cut.map((strata) => ({ strata, condition: new Map() }))
  }

  #between(): Counts[] {
    return this.#counted().flatMap(({ conditions, strata }) => {
      const segments = segmentsOf(strata)
      return segments.length < 2
        ? []
        : conditions.flatMap((condition) => segments.map((segment) => ({ strata: segment, condition })))
    })
  }

  /** By which rows the figures count, for each choice of dimensions, and in what: the periods, and any part that has them. */
  #counted(): { conditions: Condition[]; strata: StrataSet[] }[] {
    const byNames = new Map<string, { conditions: Condition[]; strata: StrataSet[] }>()
    for (const { condition, strata } of this.figures) {
      if (condition.size === 0) continue
      const key = [...condition.keys()].sort().join()
      const group = byNames.get(key) ?? { conditions: [], strata: [...this.periods] }
      group.conditions.push(condition)
      group.strata.push(strata)
      byNames.set(key, group)
    }
    return [...byNames.values()].map(({ conditions, strata }) => ({
      conditions: distinct(conditions, (condition) => JSON.stringify([...condition])),
      strata,
    }))
  }

  /** Rows that were merged although they hold k or more who must not be told apart: about one person, say. */
  #marked(): Counts[] {
    const { own, dimensions, placed, threshold } = this.#basis
    const inside = new Set(own)
    const melders = placed.flatMap(({ melder, stratum }) => (inside.has(stratum) ? [melder] : []))
    return dimensions
      .flatMap(({ name, ladder }) => ladder.flatMap((partition) => rowsOf(name, partition)))
      .filter((condition) => {
        const counted = melders.filter((melder) => meets(melder, condition))
        return counted.length >= threshold && counted.length < melders.length && isMarked(counted, threshold)
      })
      .map((condition) => ({ strata: own, condition }))
  }
}

function rowsOf(name: string, partition: Partition): Condition[] {
  return partition.map((row) => new Map([[name, row]]))
}

/** The sets, what one leaves of another or shares with it, and what all that lie within one leave of it. */
function segmentsOf(sets: readonly StrataSet[]): StrataSet[] {
  const whole = distinct(sets, String)
  const parts = whole.flatMap((outer) => {
    const inner = whole.filter((other) => other.length < outer.length && within(other, outer))
    const rests = whole.map((other) => without(outer, other)).filter((rest) => rest.length < outer.length)
    return [...rests, ...rests.map((rest) => without(outer, rest)), without(outer, ...inner)]
  })
  return distinct(
    [...whole, ...parts].filter((set) => set.length > 0),
    String,
  )
}

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()]
}
