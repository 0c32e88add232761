import { type CountedSet } from '#shared/statistics/attack/counted-set.ts'
import { type LedgerValue } from '#shared/statistics/ledger.ts'
import { periodKey } from '#shared/statistics/report-period.ts'

type Figure = CountedSet & { value: LedgerValue }

/**
 * True when somebody who has the released figures gets this one by adding up rows of one table of theirs: that it stands
 * in a document tells nothing that these do not.
 */
export function isAddedUp(figure: Figure, released: readonly (Figure & { reportId: string })[]): boolean {
  if (figure.crossing !== undefined) return false
  const inside = released.filter(
    (one) =>
      one.crossing === undefined &&
      one.dimension === figure.dimension &&
      periodKey(one.period) === periodKey(figure.period) &&
      one.categories.length > 0 &&
      one.categories.every((category) => figure.categories.includes(category)),
  )
  const reports = [...new Set(inside.map(({ reportId }) => reportId))]
  return reports.some((reportId) => {
    const rows = inside.filter((one) => one.reportId === reportId)
    const counted = rows.flatMap(({ categories }) => categories)
    if (counted.length !== figure.categories.length || new Set(counted).size !== counted.length) return false
    const sum = rows.reduce((total, { value }) => total + (typeof value === 'number' ? value : NaN), 0)
    return sum === figure.value
  })
}
