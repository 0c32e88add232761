import { ConsistentTables } from '../consistent-tables.ts'
import { NoTableAgrees } from '../integer-program.ts'
import { TOTAL } from '../ledger.ts'
import { atOnce, type Pace } from '../pace.ts'
import { solver } from '../solver.ts'
import type { FoundFigure, FoundFigures } from './counted-set.ts'
import { attackedFigures } from './figures-as-sets.ts'
import { namedDimensions } from './named-dimensions.ts'

/**
 * Figures that cannot all be true of one caseload: none of them can be missed for that. Empty when they can. What
 * invoices tell may be part of the reason and is not named.
 */
export async function contradiction(found: FoundFigures, pace: Pace = atOnce): Promise<FoundFigure[]> {
  const highs = await solver()
  const dimensions = namedDimensions(found)
  const agree = (figures: readonly FoundFigure[]): boolean => {
    if (figures.length === 0) return true
    const { attacked } = attackedFigures({ ...found, dimensions, figures })
    const { links = [], structural = [], declared } = attacked
    const zeros = structural.map((atom) => ({ members: [atom], value: 0 }))
    try {
      const tables = new ConsistentTables(highs, {
        atoms: attacked.atoms,
        figures: [...links, ...zeros, ...declared.figures, ...attacked.figures],
        bounds: declared.bounds,
      })
      try {
        tables.assertAny()
      } finally {
        tables.dispose()
      }
      return true
    } catch (error) {
      if (error instanceof NoTableAgrees) return false
      throw error
    }
  }
  let kept = found.figures.filter(({ value }) => value !== 'hidden')
  if (agree(kept)) return []
  // A total says most to whoever reads this, so the rows go first.
  const rowsFirst = [...kept].sort((a, b) => Number(a.dimension === TOTAL) - Number(b.dimension === TOTAL))
  for (const figure of rowsFirst) {
    await pace()
    const without = kept.filter((other) => other !== figure)
    if (!agree(without)) kept = without
  }
  return kept
}
