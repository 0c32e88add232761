import type { Highs } from 'highs'
import type { AttackerKnowledge } from './attacker-knowledge.ts'
import { setKey } from './bit-set.ts'
import type { CellGroup } from './cell-groups.ts'
import { ConsistentTables } from './consistent-tables.ts'

/** A quantity that must not be learned: a cell, a complement, or a difference of nested sets. */
export type Target = { id: string; members: readonly number[]; value: number; marked: boolean }

/** G(k) for one unsafe target: its interval must begin at or below `reachLow` and end at or above `reachHigh`. */
export type Demand = Target & {
  reachLow: number
  reachHigh: number
  /** Declarations alone give it away, on purpose. */
  fixed: boolean
  group: CellGroup | null
}

/** Every cell, and what is left of a cell when a cell inside it is taken away, whatever their values. */
export function targetsOf(groups: readonly CellGroup[]): (Target & { group: CellGroup | null })[] {
  const targets = groups.map((group) => {
    const { members, value, marked } = group
    return { id: group.ids[0] ?? '', members, value, marked, group: group as CellGroup | null }
  })
  const seen = new Set(groups.map(({ members }) => setKey(members)))
  for (const whole of groups)
    for (const part of groups) {
      if (part.members.length >= whole.members.length || !whole.bits.contains(part.bits)) continue
      const members = whole.members.filter((atom) => !part.bits.has(atom))
      const key = setKey(members)
      if (seen.has(key)) continue
      seen.add(key)
      const id = `${whole.ids[0] ?? ''} − ${part.ids[0] ?? ''}`
      targets.push({ id, members, value: whole.value - part.value, marked: false, group: null })
    }
  return targets
}

/** A target of fewer than k melders, or a marked one, may not be learned. */
export function isUnsafe({ value, marked }: Target, threshold: number): boolean {
  return value < threshold || marked
}

/** What G(k) asks of each target, given what is known from declarations alone (`declared`). */
export function demands(
  highs: Highs,
  targets: readonly (Target & { group: CellGroup | null })[],
  threshold: number,
  declared: AttackerKnowledge,
): Demand[] {
  const tables = new ConsistentTables(highs, declared)
  try {
    return targets.map((target) => {
      const least = tables.extreme(target.members, 'min').value
      const most = tables.extreme(target.members, 'max').value
      const large = target.value >= threshold
      return {
        ...target,
        fixed: least === most,
        reachLow: large ? Math.max(least, target.value - threshold) : least,
        reachHigh: Math.min(large ? target.value + threshold : threshold, most),
      }
    })
  } finally {
    tables.dispose()
  }
}
