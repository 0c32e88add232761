import { TOTAL } from '../ledger.ts'
import { categoriesOf, type ReportDimension } from '../report-dimension.ts'
import { isTime, type FoundFigures } from './counted-set.ts'

/**
 * The dimensions with everything in them that some figure names. Figures that were handed out before may count by a
 * dimension that the report at hand lacks, or by a category that is there no longer; they are figures all the same.
 */
export function namedDimensions({ figures, dimensions }: FoundFigures): ReportDimension[] {
  const named = new Map<string, Set<string>>()
  for (const { dimension, categories, crossing } of figures)
    for (const part of [{ dimension, categories }, ...(crossing ? [crossing] : [])]) {
      if (part.dimension === TOTAL || isTime(part.dimension)) continue
      const known = named.get(part.dimension) ?? new Set()
      part.categories.forEach((category) => known.add(category))
      named.set(part.dimension, known)
    }
  const kept = dimensions.map((dimension) => {
    const missing = [...(named.get(dimension.name) ?? [])].filter(
      (category) => !categoriesOf(dimension).includes(category),
    )
    return missing.length === 0
      ? dimension
      : { ...dimension, ladder: withCategories(dimension.ladder, missing) }
  })
  const others = [...named].filter(([name]) => !dimensions.some((dimension) => dimension.name === name))
  return [...kept, ...others.map(([name, categories]) => ({ name, ladder: ladderOf([...categories]) }))]
}

function ladderOf(categories: string[]): ReportDimension['ladder'] {
  const each = categories.map((category) => [category])
  return each.length > 1 ? [each, [categories]] : [each]
}

/** On every step by themselves, in the last one with all others. */
function withCategories(ladder: ReportDimension['ladder'], missing: string[]): ReportDimension['ladder'] {
  const all = (ladder.at(-1) ?? []).flat()
  const steps = ladder.length > 1 ? ladder.slice(0, -1) : [all.map((category) => [category])]
  return [...steps.map((step) => [...step, ...missing.map((one) => [one])]), [[...all, ...missing]]]
}
