import { categoriesOf, categoryOf, type ReportDimension, type ReportMelder } from './report-dimension.ts'

/** Which melders are meant: for some dimensions, the categories that count. */
export type Condition = ReadonlyMap<string, readonly string[]>

/**
 * The atoms of one organisation and year. Dimensions of which figures are crossed share a block, whose atoms are
 * all combinations of their categories. Dimensions that are only ever printed one by one need no combinations: any
 * one-way tables with the same total are the margins of some joint table, so separate blocks that all add up to
 * the printed total leave exactly the same attackers' intervals, also for a melder who knows her own atom. Without an exact total all dimensions share one.
 */
export class AtomSpace {
  readonly size: number
  readonly #blocks: { dimensions: readonly ReportDimension[]; offset: number; combinations: string[][] }[] =
    []

  constructor(blocks: readonly (readonly ReportDimension[])[]) {
    let offset = 0
    for (const dimensions of blocks) {
      const combinations = dimensions.reduce<string[][]>(
        (made, dimension) =>
          made.flatMap((known) => categoriesOf(dimension).map((category) => [...known, category])),
        [[]],
      )
      this.#blocks.push({ dimensions, offset, combinations })
      offset += combinations.length
    }
    this.size = offset
  }

  /** All atoms of each block: every one of these sets counts everybody. */
  wholes(): number[][] {
    return this.#blocks.map(({ offset, combinations }) => combinations.map((_, index) => offset + index))
  }

  /** The atoms that meet a condition; throws when its dimensions lie in different blocks. */
  members(condition: Condition): number[] {
    const names = [...condition.keys()]
    const block = this.#blocks.find(({ dimensions }) =>
      names.every((name) => dimensions.some((dimension) => dimension.name === name)),
    )
    if (!block) throw new Error('these dimensions share no block')
    return block.combinations.flatMap((combination, index) => {
      const meets = block.dimensions.every(({ name }, position) => {
        const wanted = condition.get(name)
        return wanted === undefined || wanted.includes(combination[position] ?? '')
      })
      return meets ? [block.offset + index] : []
    })
  }

  /** How many of these melders each atom counts. */
  count(melders: readonly ReportMelder[]): number[] {
    const atoms = Array.from({ length: this.size }, () => 0)
    for (const melder of melders) for (const atom of this.#own(melder)) atoms[atom] = (atoms[atom] ?? 0) + 1
    return atoms
  }

  /** The atoms that count this melder, one in each block. */
  #own(melder: ReportMelder): number[] {
    return this.#blocks.map(({ dimensions, offset, combinations }) => {
      const hers = dimensions.map((dimension) => categoryOf(melder, dimension))
      const index = combinations.findIndex((combination) =>
        combination.every((category, at) => category === hers[at]),
      )
      return offset + index
    })
  }
}

/** True for the melders that a condition means. */
export function meets(melder: ReportMelder, condition: Condition): boolean {
  return [...condition].every(([name, categories]) => categories.includes(melder[name] ?? ''))
}
