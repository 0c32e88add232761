import type { HalfYear } from './report-period.ts'

/** Groups of categories that are counted together; together they hold every category once. */
export type Partition = readonly (readonly string[])[]

/**
 * What melders are counted by. The ladder goes from the finest partition to everything in one, each a merging of
 * the one before it, declared in advance: counts never decide what is merged with what.
 */
export type ReportDimension = {
  name: string
  ladder: readonly Partition[]
  /** Zeros by nature, known to everybody: a category that did not exist in some half-years. */
  absent?: readonly { category: string; halves: readonly HalfYear[] }[]
  /** Zeros by nature too: a category that one organisation alone can have, as a location of its own. */
  only?: readonly { category: string; organisationId: string }[]
}

/** The finest categories, in the order in which the dimension declares them. */
export function categoriesOf({ ladder }: ReportDimension): string[] {
  return (ladder[0] ?? []).flat()
}

/** Throws when the ladder is not one: a step that loses a category, splits a group, or does not end in one group. */
export function assertLadder(dimension: ReportDimension): void {
  const { name, ladder } = dimension
  const all = categoriesOf(dimension)
  const wrong = (what: string): Error => new Error(`${name}: ${what}`)
  if (all.length === 0) throw wrong('the ladder has no categories')
  if (ladder.at(-1)?.length !== 1) throw wrong('the ladder does not end with everything in one')
  ladder.forEach((partition, step) => {
    const here = partition.flat()
    if (here.length !== all.length || new Set([...here, ...all]).size !== all.length)
      throw wrong('a step does not hold every category once')
    const finer = ladder[step - 1] ?? []
    if (
      finer.some((group) => !partition.some((coarse) => group.every((category) => coarse.includes(category))))
    )
      throw wrong('a step takes a group apart')
  })
}

/**
 * One distinct melder of one year: under `time` her half-year, under the name of each dimension her category, and
 * perhaps `melderLink` (the same person in another year), `accusedLink` (whom she speaks of), `organisationId` (where
 * several organisations are counted), `enteredAfter` (the id of the last report that was settled without her, when
 * she was entered into its period later) and `countedBy` (a colleague's contribution, where she is not the advisor's own). Which of her cases counts is decided before.
 */
export type ReportMelder = { readonly [dimension: string]: string | null }

/** Her category in a dimension; throws when it is none that the dimension declares. */
export function categoryOf(melder: ReportMelder, dimension: ReportDimension): string {
  const category = melder[dimension.name]
  if (category === null || category === undefined || !categoriesOf(dimension).includes(category))
    throw new Error(`${dimension.name}: names no category of the dimension`)
  return category
}

/** True when there is somebody, and all of them speak of the same person. */
export function oneAccused(melders: readonly ReportMelder[]): boolean {
  const link = melders[0]?.['accusedLink'] ?? null
  return link !== null && melders.every((melder) => melder['accusedLink'] === link)
}

/** How many different people these are: somebody may be counted once in each of several years. */
export function peopleIn(melders: readonly ReportMelder[]): number {
  const links = melders.map((melder) => melder['melderLink'] ?? null)
  const known = links.filter((link) => link !== null)
  return links.length - known.length + new Set(known).size
}

/** True when a count may tell of too few, whatever its size: all about one person, or fewer than k people behind it. */
export function isMarked(melders: readonly ReportMelder[], threshold: number): boolean {
  return oneAccused(melders) || (melders.length >= threshold && peopleIn(melders) < threshold)
}
