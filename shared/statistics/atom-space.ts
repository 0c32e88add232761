import type { ReportMelder } from './report-dimension.ts'
import { within, type StrataSet } from './strata.ts'

/** Which melders are meant: for some dimensions, the categories that count. */
export type Condition = ReadonlyMap<string, readonly string[]>

/** What a figure counts: in some strata, the melders that meet a condition. */
export type Counts = { strata: StrataSet; condition: Condition }

/** A melder and the stratum that she lies in. */
export type Placed = { melder: ReportMelder; stratum: number }

/**
 * Atoms that are tied by common figures: every combination of a group of strata with a group of categories of each
 * dimension. No figure takes part of a group.
 */
export type Block = {
  strata: readonly StrataSet[]
  axes: readonly { name: string; groups: readonly (readonly string[])[] }[]
}

/** More people than any figure counts. */
export const MANY = 10_000

/**
 * Numbers the atoms of some blocks through, and finds those that a figure counts. That blocks count the same people in
 * the `tied` strata is said with a helper for each: what a block counts there + helper = `MANY`.
 */
export class AtomSpace {
  readonly size: number
  /** The atoms that count nobody. */
  readonly helpers: readonly number[]
  readonly #tied: readonly StrataSet[]
  readonly #blocks: { block: Block; offset: number; size: number }[] = []

  constructor(blocks: readonly Block[], tied: readonly StrataSet[]) {
    this.#tied = tied
    let offset = 0
    for (const block of blocks) {
      const size = sizeOf(block)
      this.#blocks.push({ block, offset, size })
      offset += size
    }
    this.helpers = tied.map((_, index) => offset + index)
    this.size = offset + tied.length
  }

  /** What every table satisfies by nature: blocks count the same people. */
  links(): { members: number[]; value: number }[] {
    return this.#tied.flatMap((strata, index) =>
      this.everywhere({ strata, condition: new Map() }).map((members) => ({
        members: [...members, ...this.helpers.slice(index, index + 1)],
        value: MANY,
      })),
    )
  }

  /** True when some block tells the atoms of a figure from all others. */
  tells(counts: Counts): boolean {
    return this.#blocks.some(({ block }) => canTell(block, counts))
  }

  /**
   * For what no block can tell from others: the least that a block tells which holds all of it, and the most that lies
   * within. Somebody in a group that nothing divides may be in any part of it, so these bound what is learned of it.
   */
  around(counts: Counts): Counts[] {
    return this.#blocks.flatMap(({ block }) =>
      [...counts.condition.keys()].every((name) => block.axes.some((axis) => axis.name === name))
        ? [nearest(block, counts, (group, wanted) => group.some((one) => wanted.includes(one)))].concat(
            nearest(block, counts, (group, wanted) => group.every((one) => wanted.includes(one))),
          )
        : [],
    )
  }

  /** The atoms of a figure; throws when no block can tell it from others. */
  members(counts: Counts): number[] {
    const place = this.#blocks.find(({ block }) => canTell(block, counts))
    if (!place) throw new Error('no block tells these atoms from others')
    return membersIn(place, counts)
  }

  /** The atoms of a figure in every block that can tell them from others. */
  everywhere(counts: Counts): number[][] {
    return this.#blocks.filter(({ block }) => canTell(block, counts)).map((place) => membersIn(place, counts))
  }

  /** How many of these melders each atom counts. */
  count(placed: readonly Placed[]): number[] {
    const atoms = Array.from({ length: this.size }, () => 0)
    for (const { block, offset } of this.#blocks)
      for (const { melder, stratum } of placed) {
        const groups = [
          block.strata.findIndex((group) => group.includes(stratum)),
          ...block.axes.map(({ name, groups: of }) =>
            of.findIndex((group) => group.includes(melder[name] ?? '')),
          ),
        ]
        if (groups.some((group) => group < 0)) throw new Error('a melder lies in no atom')
        const atom = offset + atomIndex(block, groups)
        atoms[atom] = (atoms[atom] ?? 0) + 1
      }
    this.#tied.forEach((strata, index) => {
      const counted = placed.filter(({ stratum }) => strata.includes(stratum)).length
      atoms[this.helpers[index] ?? -1] = MANY - counted
    })
    return atoms
  }
}

/** How many atoms a block has. */
export function sizeOf({ strata, axes }: Block): number {
  return axes.reduce((size, { groups }) => size * groups.length, strata.length)
}

/** True for the melders that a condition means. */
export function meets(melder: ReportMelder, condition: Condition): boolean {
  return [...condition].every(([name, categories]) => categories.includes(melder[name] ?? ''))
}

function canTell({ strata, axes }: Block, counts: Counts): boolean {
  return (
    [...counts.condition.keys()].every((name) => axes.some((axis) => axis.name === name)) &&
    strata.every((group) => isWhole(group, counts.strata)) &&
    axes.every(({ name, groups }) => {
      const wanted = counts.condition.get(name)
      return wanted === undefined || groups.every((group) => isWhole(group, wanted))
    })
  )
}

/** What the groups make up that are taken, of strata and of every dimension that is narrowed. */
function nearest(
  { strata, axes }: Block,
  counts: Counts,
  isTaken: (group: readonly (string | number)[], wanted: readonly (string | number)[]) => boolean,
): Counts {
  return {
    strata: strata.flatMap((group) => (isTaken(group, counts.strata) ? group : [])),
    condition: new Map(
      [...counts.condition].map(([name, wanted]) => [
        name,
        (axes.find((axis) => axis.name === name)?.groups ?? []).flatMap((group) =>
          isTaken(group, wanted) ? group : [],
        ),
      ]),
    ),
  }
}

/** All of a group is wanted, or nothing of it. */
function isWhole<T>(group: readonly T[], wanted: readonly T[]): boolean {
  const count = group.filter((one) => wanted.includes(one)).length
  return count === 0 || count === group.length
}

function membersIn(
  { block, offset }: { block: Block; offset: number },
  { strata, condition }: Counts,
): number[] {
  let found = block.strata.flatMap((group, index) => (within(group, strata) ? [index] : []))
  for (const { name, groups } of block.axes) {
    const wanted = condition.get(name)
    const chosen = groups.flatMap((group, index) =>
      wanted === undefined || wanted.includes(group[0] ?? '') ? [index] : [],
    )
    found = found.flatMap((before) => chosen.map((index) => before * groups.length + index))
  }
  return found.map((atom) => offset + atom)
}

function atomIndex({ axes }: Block, [stratum = 0, ...groups]: readonly number[]): number {
  return axes.reduce((index, axis, position) => index * axis.groups.length + (groups[position] ?? 0), stratum)
}
