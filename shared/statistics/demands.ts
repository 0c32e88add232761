import type { Highs } from 'highs'
import type { AttackerKnowledge } from './attacker-knowledge.ts'
import { setKey } from './bit-set.ts'
import type { CellGroup } from './cell-groups.ts'
import { ConsistentTables, type Side } from './consistent-tables.ts'

const SIDES: readonly Side[] = ['min', 'max']

/** A quantity that must not be learned: a cell, a complement, or a difference of nested sets. */
export type Target = {
  id: string
  members: readonly number[]
  value: number
  marked: boolean
  /** The cell that it is; null for what is left of one. */
  group: CellGroup | null
  /** By place in the list of groups: the target is `whole` (the cell itself), less `part` when there is one. */
  whole: number
  part: number | null
}

/**
 * G(k) for one target: its interval must begin at or below `reachLow` and end at or above `reachHigh`, unless everybody
 * can see that it is `safeFrom` or more, as they do where a group of `largeWithin` is printed.
 */
export type Demand = Target & Reach & { index: number; safeFrom: number; largeWithin: readonly number[] }

export type Reach = {
  reachLow: number
  reachHigh: number
  /** Declarations alone give it away, on purpose. */
  fixed: boolean
}

/** Every cell, and what is left of a cell when a cell inside it is taken away, whatever their values. */
export function targetsOf(groups: readonly CellGroup[]): Target[] {
  const targets = groups.map((group): Target => {
    const { members, value, marked, index } = group
    return { id: group.ids[0] ?? '', members, value, marked, group, whole: index, part: null }
  })
  const seen = new Set(groups.map(({ members }) => setKey(members)))
  const cells = groups.filter(({ piece }) => !piece)
  for (const whole of cells)
    for (const part of cells) {
      if (part.members.length >= whole.members.length || !whole.bits.contains(part.bits)) continue
      const members = whole.members.filter((atom) => !part.bits.has(atom))
      const key = setKey(members)
      if (seen.has(key)) continue
      seen.add(key)
      targets.push({
        id: `${whole.ids[0] ?? ''} − ${part.ids[0] ?? ''}`,
        members,
        value: whole.value - part.value,
        marked: false,
        group: null,
        whole: whole.index,
        part: part.index,
      })
    }
  return targets
}

/** A target of fewer than k melders, or a marked one, may not be learned. */
export function isUnsafe(target: Target, threshold: number): boolean {
  return target.value < threshold || target.marked || isJustEnough(target, threshold)
}

/** Of exactly k who were taken together, one knows that the others are fewer: there might have to be one more. */
function isJustEnough({ value, marked, group }: Target, threshold: number): boolean {
  return value === threshold && !marked && group?.merged === true
}

/** What G(k) asks of a target of which declarations alone tell that it lies between `least` and `most`. */
export function reachOf(target: Target, threshold: number, least: number, most: number): Reach {
  const { value } = target
  if (isJustEnough(target, threshold))
    return { fixed: least === most, reachLow: Infinity, reachHigh: Math.min(threshold + 1, most) }
  const large = value >= threshold
  return {
    fixed: least === most,
    reachLow: large ? Math.max(least, value - threshold) : least,
    reachHigh: Math.min(large ? value + threshold : threshold, most),
  }
}

/** True when a value that a target may have lies far enough out on one side. */
export function reaches({ reachLow, reachHigh }: Reach, side: Side, value: number): boolean {
  return side === 'min' ? value <= reachLow : value >= reachHigh
}

/**
 * What G(k) asks of each target, given what is known from declarations alone, and perhaps what was known before: what
 * either of them tells need not be kept.
 */
export function demands(
  highs: Highs,
  targets: readonly Target[],
  threshold: number,
  ...known: readonly AttackerKnowledge[]
): Demand[] {
  const tables = known.map((each) => new ConsistentTables(highs, each))
  try {
    return targets.map((target, index) => {
      const ends = tables.map((each) => SIDES.map((side) => each.extreme(target.members, side).value))
      const least = Math.max(...ends.map(([min = 0]) => min))
      const most = Math.min(...ends.map(([, max = Infinity]) => max))
      const fixed = ends.some(([min, max]) => min === max)
      return {
        ...target,
        ...reachOf(target, threshold, least, most),
        fixed,
        index,
        safeFrom: Infinity,
        largeWithin: [],
      }
    })
  } finally {
    for (const each of tables) each.dispose()
  }
}

/**
 * What is asked of targets that are large enough, so that whether they are does not decide what is printed: they stay
 * as open as small ones, or everybody can see that they are large. Half a year's 4 within a year's 7 and 7: printed
 * only where the other half has 5 or more of both, it would tell that the 4 were 2 and 2.
 */
export function evenDemands(
  highs: Highs,
  groups: readonly CellGroup[],
  targets: readonly Target[],
  threshold: number,
  ...known: readonly AttackerKnowledge[]
): Demand[] {
  const large = targets.filter(({ value, marked }) => value >= threshold && !marked)
  const asIfSmall = large.map((target) => ({ ...target, value: 0 }))
  return demands(highs, asIfSmall, threshold, ...known).flatMap((demand, place): Demand[] => {
    const target = large[place]
    if (!target || demand.fixed || demand.reachLow >= threshold) return []
    const members = new Set(target.members)
    const isWithin = (group: CellGroup): boolean => group.members.every((atom) => members.has(atom))
    const largeWithin = groups.flatMap((group) =>
      group.value >= threshold && isWithin(group) ? [group.index] : [],
    )
    // Apart from the places of what is asked anyway.
    const index = groups.length ** 2 + place
    return [{ ...demand, ...target, index, safeFrom: threshold, largeWithin }]
  })
}

/** A name for what one demand asks on one side, of somebody who is in the atom `own` (−1: of an outsider). */
export function keyOf(own: number, { index }: Demand, side: Side): string {
  return `${own} ${side} ${index}`
}

/** A large target ends high enough, for it is there. */
export function sidesOf({ safeFrom }: Demand): readonly Side[] {
  return safeFrom === Infinity ? SIDES : ['min']
}

/**
 * Numbers of which a range was printed instead, on purpose (a year in the band "5 to 9"), and those that were shown as
 * not shown. Safe or not, none of them may be computed after all; so each must reach one lower or one higher than it is.
 */
export function withheld(highs: Highs, groups: readonly CellGroup[], declared: AttackerKnowledge): Demand[] {
  const ranges = new Set((declared.bounds ?? []).map(({ members }) => setKey(members)))
  const targets = targetsOf(
    groups.filter((group) => group.withheld || ranges.has(setKey(group.members))),
  ).filter(({ group }) => group?.standing === 'open')
  return demands(highs, targets, 0, declared).flatMap((demand, index) =>
    demand.fixed
      ? []
      : [{ ...demand, reachLow: demand.value - 1, reachHigh: demand.value + 1, index: -1 - index }],
  )
}
