import { sizeOf, type Block, type Counts } from './atom-space.ts'
import { divided, within, type StrataSet } from './strata.ts'

/** More atoms than this in one block are not searched: what ties them has to be left out. Crossed ones are harder. */
const MOST_ATOMS = { alone: 1500, crossed: 300 }

/**
 * Which tables must be looked at together, and which may be apart without changing what anybody can learn.
 *
 * Dimensions that some figure crosses lie in one block, as combinations. Other blocks are apart: any tables with the
 * same margin are the margins of a joint table, so all that one tells another is that margin, how many there are in
 * the strata that figures tell apart. The first block has all strata and no dimensions. Where such a number is known
 * exactly it stands in each block (`pinned`); where it is not, the blocks agree on it (`tied`). Cross
 * tables that share a dimension may be apart, and apart from its one-way table, when every row of it is printed for
 * certain (`fixed`) and no circle of them closes: a tree of tables with known margins always has a joint table, a
 * circle need not.
 *
 * `figures` are printed, were printed, hidden before, or zero by nature. `totals` are known exactly and `bounds` as a
 * range. `targets` lie within what figures cross. `finer` ones are looked at only where a dimension stands by itself
 * and in all strata: within a group that nothing printed divides they are as open as the group itself.
 * Null when a block would be too large.
 */
export function blocksFor(problem: {
  all: StrataSet
  dimensions: readonly { name: string; categories: readonly string[] }[]
  figures: readonly Counts[]
  targets: readonly Counts[]
  finer: readonly Counts[]
  totals: readonly StrataSet[]
  bounds: readonly StrataSet[]
  /** What whole reports are or were about. */
  periods: readonly StrataSet[]
  fixed: ReadonlySet<string>
  /** Pairs of dimensions whose cells must stay open, whether figures cross them or not. */
  asked: readonly (readonly [string, string])[]
}): { blocks: Block[]; pinned: StrataSet[]; tied: StrataSet[] } | null {
  const { all, figures, targets, finer, totals, bounds } = problem
  const names = problem.dimensions.map(({ name }) => name)
  const isPart = (strata: StrataSet): boolean => strata.length < all.length
  const pairs = problem.asked.map((pair): Counts => ({
    strata: all,
    condition: new Map(pair.flatMap((name) => (names.includes(name) ? [[name, []]] : []))),
  }))
  const crossed = [...figures, ...pairs]
  const components = joined(names, crossed).flatMap((group) =>
    problem.periods.some(isPart) ? [group] : treeOf(group, crossed, problem.fixed, isPart),
  )
  const counts = [...figures, ...targets]
  const axesOf = (group: readonly string[], told: readonly Counts[]): Block['axes'] =>
    problem.dimensions
      .filter(({ name }) => group.includes(name))
      .map(({ name, categories }) => ({
        name,
        groups: partitioned(
          categories,
          told.flatMap(({ condition }) => {
            const wanted = lies(group, condition) ? condition.get(name) : undefined
            return wanted ? [wanted] : []
          }),
        ),
      }))
  const figuresOf = (names: readonly string[]): Counts[] =>
    figures.filter(({ condition }) => condition.size > 0 && lies(names, condition))
  const toldIn = (names: readonly string[]): StrataSet[] => {
    const own = figuresOf(names).map(({ strata }) => strata)
    return own.length > 0 ? [...own, ...problem.periods] : []
  }
  const strataOf = (names: readonly string[]): StrataSet[] => {
    const told = toldIn(names)
    return told.some(isPart) ? divided(all, told) : [all]
  }
  const loose = counts.filter(({ condition }) => condition.size === 0)
  const shared = distinct([all, ...components.flatMap(strataOf)])
  const root = {
    strata: divided(all, [...loose.map(({ strata }) => strata), ...totals, ...bounds, ...shared]),
    axes: [],
  }
  const isPinned = spans(root.strata, totals)
  const apart = components.map((names): Block => {
    const isCrossing = toldIn(names).some(isPart)
    return {
      strata: strataOf(names),
      axes: axesOf(names, names.length > 1 || isCrossing ? counts : [...counts, ...finer]),
    }
  })
  // A dimension that no figure counts by is as open as everybody together.
  const isNeeded = (block: Block): boolean =>
    !isTooLarge(block) || figuresOf(block.axes.map(({ name }) => name)).length > 0
  const blocks = [root, ...apart.filter(isNeeded)]
  if (blocks.some(isTooLarge)) return null
  return {
    blocks,
    pinned: shared.filter(isPinned),
    tied: shared.filter((strata) => !isPinned(strata)),
  }
}

function distinct(sets: readonly StrataSet[]): StrataSet[] {
  return [...new Map(sets.map((set) => [String(set), set])).values()]
}

function isTooLarge(block: Block): boolean {
  return sizeOf(block) > (block.axes.length > 1 ? MOST_ATOMS.crossed : MOST_ATOMS.alone)
}

function lies(names: readonly string[], condition: Counts['condition']): boolean {
  return [...condition.keys()].every((name) => names.includes(name))
}

/** The parts of a group of crossed dimensions that may be apart because all they share is printed for certain. */
function treeOf(
  group: readonly string[],
  figures: readonly Counts[],
  fixed: ReadonlySet<string>,
  isPart: (strata: StrataSet) => boolean,
): string[][] {
  const concerned = figures.filter(({ condition }) => condition.size > 0 && lies(group, condition))
  const pairs = new Map(
    concerned
      .filter(({ condition }) => condition.size > 1)
      .map(({ condition }) => [[...condition.keys()].sort().join(), [...condition.keys()]]),
  )
  const isTree = pairs.size === group.length - 1
  if (group.length < 2 || !isTree || concerned.some(({ strata }) => isPart(strata))) return [[...group]]
  let parts = [...pairs.values()]
  for (const name of group.filter((one) => !fixed.has(one))) {
    const tied = parts.filter((part) => part.includes(name))
    parts = [...parts.filter((part) => !tied.includes(part)), [...new Set(tied.flat())]]
  }
  const alone = group.filter((name) => fixed.has(name) && !parts.some((part) => part.join() === name))
  return [...parts, ...alone.map((name) => [name])]
}

/** Names that some figure crosses, together. */
function joined(names: readonly string[], figures: readonly Counts[]): string[][] {
  let made = names.map((name) => [name])
  for (const { condition } of figures) {
    const crossed = made.filter((group) => [...condition.keys()].some((name) => group.includes(name)))
    if (crossed.length > 1) made = [...made.filter((group) => !crossed.includes(group)), crossed.flat()]
  }
  return made
}

/** The coarsest groups of which each of the sets is made up. */
function partitioned(all: readonly string[], sets: readonly (readonly string[])[]): string[][] {
  const indices = all.map((_, index) => index)
  const chosen = sets.map((set) => indices.filter((index) => set.includes(all[index] ?? '')))
  return divided(indices, chosen).map((group) => group.map((index) => all[index] ?? ''))
}

/** Says of sets of strata whether these totals, added and subtracted, make up the set: then its total is known too. */
function spans(classes: readonly StrataSet[], totals: readonly StrataSet[]): (set: StrataSet) => boolean {
  const vector = (set: StrataSet): number[] => classes.map((group) => (within(group, set) ? 1 : 0))
  const basis: { lead: number; row: number[] }[] = []
  const reduced = (row: number[]): number[] =>
    basis.reduce((left, { lead, row: by }) => {
      const factor = left[lead] ?? 0
      return factor === 0 ? left : left.map((value, index) => value - factor * (by[index] ?? 0))
    }, row)
  const leadOf = (row: readonly number[]): number => row.findIndex((value) => Math.abs(value) > 1e-9)
  for (const total of totals) {
    const row = reduced(vector(total))
    const lead = leadOf(row)
    if (lead < 0) continue
    const by = row[lead] ?? 1
    basis.push({ lead, row: row.map((value) => value / by) })
  }
  return (set) => leadOf(reduced(vector(set))) < 0
}
