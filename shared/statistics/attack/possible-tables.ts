/** Categories that together hold `sum` people, however these divide over them. */
export type SharedSum = { categories: readonly number[]; sum: number }

/**
 * All tables that a printed one leaves open: the people of each sum in every division over its categories. A table is
 * a list of counts, one for each category. The groups of the sums are disjoint and hold every category.
 */
export class PossibleTables {
  readonly #sums: readonly SharedSum[]
  readonly #sizes: number[]
  /** How many there are; Infinity when that is more than can be counted exactly. */
  readonly count: number

  constructor(sums: readonly SharedSum[]) {
    this.#sums = sums
    this.#sizes = sums.map(({ categories, sum }) => divisions(sum, categories.length))
    const count = this.#sizes.reduce((product, size) => product * size, 1)
    this.count = count <= Number.MAX_SAFE_INTEGER ? count : Infinity
  }

  /** Every one of them, or where there are more than `most`, so many drawn evenly by `draw`, which answers 0 to 1. */
  *some(most: number, draw: () => number): Generator<number[]> {
    for (let number = 0; number < Math.min(this.count, most); number += 1)
      yield this.count <= most
        ? this.#table(this.#ranksOf(number))
        : this.#table(this.#sizes.map((size) => Math.floor(draw() * size)))
  }

  #ranksOf(number: number): number[] {
    let left = number
    return this.#sizes.map((size) => {
      const rank = left % size
      left = Math.floor(left / size)
      return rank
    })
  }

  #table(ranks: readonly number[]): number[] {
    const table: number[] = []
    this.#sums.forEach(({ categories, sum }, index) => {
      const counts = division(sum, categories.length, ranks[index] ?? 0)
      categories.forEach((category, at) => (table[category] = counts[at] ?? 0))
    })
    return table
  }
}

/** In how many ways `sum` people divide over so many categories: C(sum + categories − 1, categories − 1). */
function divisions(sum: number, categories: number): number {
  if (categories === 0) return sum === 0 ? 1 : 0
  let ways = 1
  for (let chosen = 1; chosen < categories; chosen += 1) ways = (ways * (sum + chosen)) / chosen
  return Math.round(ways)
}

/** The division with this rank among all of them, by the first count, then by the next. */
function division(sum: number, categories: number, rank: number): number[] {
  const counts: number[] = []
  let left = sum
  let at = rank
  for (let more = categories - 1; more > 0; more -= 1) {
    let count = 0
    for (; count < left; count += 1) {
      const behind = divisions(left - count, more)
      if (at < behind) break
      at -= behind
    }
    counts.push(count)
    left -= count
  }
  return categories === 0 ? counts : [...counts, left]
}
