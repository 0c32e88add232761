import { setKey } from './bit-set.ts'
import type { AtomSpace, Counts } from './atom-space.ts'
import { isTotal } from './earlier-figures.ts'
import type { KnownTotal, ReportBasis } from './report-basis.ts'
import type { StrataSet } from './strata.ts'

type Figures = { members: number[]; value: number }[]
type Ranges = { members: number[]; min: number; max: number }[]

/** What readers know besides the tables of a report: by declaration, by nature, and from earlier figures. */
export class ReportKnowledge {
  readonly #basis: ReportBasis
  readonly #space: AtomSpace
  readonly #pinned: readonly StrataSet[]

  /** `pinned` are strata whose number follows from the known totals. */
  constructor(basis: ReportBasis, space: AtomSpace, pinned: readonly StrataSet[]) {
    this.#basis = basis
    this.#space = space
    this.#pinned = pinned
  }

  /** D: totals as they are known, small figures that are out already, zeros by nature, and what ties blocks. */
  declared(): { figures: Figures; bounds: Ranges } {
    const { totals, earlier, threshold } = this.#basis
    const said = this.#totals(totals.filter(({ isDeclared }) => isDeclared))
    const figures = [...this.#byNature(), ...said.figures]
    if (totals.every(({ isDeclared }) => isDeclared)) figures.push(...this.pinned())
    for (const { strata, condition, value, figure } of earlier)
      if (!isTotal(figure) && typeof value === 'number' && value < threshold)
        figures.push({ members: this.#space.members({ strata, condition }), value })
    return { figures: distinct(figures), bounds: [...said.bounds, ...this.#earlierRanges()] }
  }

  /** What was known before this report: what is out is out, and tells what it tells. */
  out(): { figures: Figures; bounds: Ranges } {
    const said = this.#totals(this.#basis.before)
    return {
      figures: distinct([...this.#byNature(), ...said.figures, ...this.#earlierRows()]),
      bounds: [...said.bounds, ...this.#earlierRanges()],
    }
  }

  /** What is out besides what is declared known, for the witnesses to agree with. */
  earlierFigures(): Figures {
    const exact = this.#basis.totals.filter(({ min, max }) => min === max)
    return [...this.#earlierRows(), ...this.#totals(exact).figures, ...this.pinned()]
  }

  /** Totals that follow from the known ones, in every block that shares them. */
  pinned(): Figures {
    return this.#pinned.flatMap((strata) => {
      const inside = new Set(strata)
      const value = this.#basis.placed.filter(({ stratum }) => inside.has(stratum)).length
      return this.#space.everywhere(everybodyIn(strata)).map((members) => ({ members, value }))
    })
  }

  #byNature(): Figures {
    const zeros = this.#basis.zeros.map((counts) => ({ members: this.#space.members(counts), value: 0 }))
    return [...this.#space.links(), ...zeros]
  }

  #totals(known: readonly KnownTotal[]): { figures: Figures; bounds: Ranges } {
    const placed = known.flatMap(({ strata, min, max }) =>
      this.#space.everywhere(everybodyIn(strata)).map((members) => ({ members, min, max })),
    )
    return {
      figures: placed.flatMap(({ members, min, max }) => (min === max ? [{ members, value: min }] : [])),
      bounds: placed.filter(({ min, max }) => min < max),
    }
  }

  #earlierRows(): Figures {
    return this.#basis.earlier.flatMap((earlier) =>
      typeof earlier.value === 'number' && !isTotal(earlier.figure)
        ? [{ members: this.#space.members(earlier), value: earlier.value }]
        : [],
    )
  }

  #earlierRanges(): Ranges {
    return this.#basis.earlier.flatMap(({ value, figure, ...counts }) =>
      typeof value === 'object' && !isTotal(figure)
        ? [{ members: this.#space.members(counts), min: value.from, max: value.to }]
        : [],
    )
  }
}

/** All melders of these strata, whatever they are. */
export function everybodyIn(strata: StrataSet): Counts {
  return { strata, condition: new Map() }
}

function distinct(figures: Figures): Figures {
  return [...new Map(figures.map((figure) => [setKey(figure.members), figure])).values()]
}
