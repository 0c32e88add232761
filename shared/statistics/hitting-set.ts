import type { Highs } from 'highs'

/** The cheapest selection of `items` that meets every set; whole, and proven by the integer solver. */
export function cheapestHittingSet<T>(
  highs: Highs,
  items: readonly T[],
  weigh: (item: T) => number,
  sets: readonly (readonly T[])[],
): T[] {
  if (sets.length === 0) return []
  const column = new Map(items.map((item, index) => [item, index]))
  const starts = [0]
  const indices: number[] = []
  for (const set of sets) {
    indices.push(...set.map((item) => column.get(item) ?? -1))
    starts.push(indices.length)
  }
  const { variableType, modelStatus } = highs.constants
  return highs.withModel(
    {
      numCols: items.length,
      numRows: sets.length,
      colCost: Float64Array.from(items, weigh),
      colLower: new Float64Array(items.length),
      colUpper: new Float64Array(items.length).fill(1),
      rowLower: new Float64Array(sets.length).fill(1),
      rowUpper: new Float64Array(sets.length).fill(highs.infinity),
      matrix: {
        format: 'csr',
        numRows: sets.length,
        numCols: items.length,
        starts,
        indices,
        values: new Float64Array(indices.length).fill(1),
      },
      integrality: items.map(() => variableType.integer),
    },
    (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0 })
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) throw new Error('no hitting set was found')
      const { colValue } = model.getSolution()
      return items.filter((_, index) => (colValue[index] ?? 0) > 0.5)
    },
  )
}
