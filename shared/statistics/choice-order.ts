import type { CellGroup } from './cell-groups.ts'

const WINDOW = 8

/**
 * In which order cells are chosen, drawn with the secret: low cells before high ones, within a height by their draw.
 * Every round orders anew, and every other one looks past the height: one margin may save many cells. What counts
 * everybody comes last all the same: that it is missing would tell that nearly nobody is in the hidden cells.
 */
export class ChoiceOrder {
  readonly #groups: readonly CellGroup[]
  readonly #round: number

  constructor(groups: readonly CellGroup[], round: number) {
    this.#groups = groups
    this.#round = round
  }

  /** Below 0 when the first comes first. Groups by index. */
  compare(a: number, b: number): number {
    const [one, other] = [this.#groups[a], this.#groups[b]]
    if (!one || !other) return 0
    const byWhole = Number(one.isWhole) - Number(other.isWhole)
    const byHeight = this.#round % 2 === 0 ? one.height - other.height : 0
    return byWhole || byHeight || (this.#draw(one) < this.#draw(other) ? -1 : 1)
  }

  /** Whether a hidden group is among those that this round prints again to see what else would do. */
  isTried(index: number): boolean {
    const group = this.#groups[index]
    return group !== undefined && parseInt(this.#draw(group).slice(-1), 16) < 8
  }

  /** Another part of the same draw for every round. */
  #draw({ draw }: CellGroup): string {
    const shift = (WINDOW * this.#round) % draw.length
    return draw.slice(shift) + draw.slice(0, shift)
  }
}
