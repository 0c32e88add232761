import type { Highs } from 'highs'
import type { AttackerKnowledge } from './attacker-knowledge.ts'
import type { CellGroup } from './cell-groups.ts'
import { ConsistentTables } from './consistent-tables.ts'
import { reaches, type Demand } from './demands.ts'

/** Ids of ledger cells that break a demand by themselves: recipes that share no figure, one after another. */
export function blockersOf(
  highs: Highs,
  groups: readonly CellGroup[],
  demands: readonly Demand[],
  declared: AttackerKnowledge,
): string[] {
  const frozen = groups.filter(({ standing }) => standing === 'ledger')
  const found = new Set<CellGroup>()
  for (const demand of demands)
    for (const side of ['min', 'max'] as const) {
      const breaks = (printed: readonly CellGroup[]): boolean => {
        const figures = [...declared.figures, ...printed]
        const tables = new ConsistentTables(highs, { ...declared, figures })
        try {
          return !reaches(demand, side, tables.extreme(demand.members, side).value)
        } finally {
          tables.dispose()
        }
      }
      let left = frozen
      while (breaks(left)) {
        let recipe = left
        for (const group of left) {
          const without = recipe.filter((other) => other !== group)
          if (breaks(without)) recipe = without
        }
        for (const group of recipe) found.add(group)
        left = left.filter((group) => !recipe.includes(group))
      }
    }
  return [...found].flatMap(({ ledgerIds }) => ledgerIds)
}
