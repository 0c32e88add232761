/** Groups of categories that are counted together; together they hold every category once. */
export type Partition = readonly (readonly string[])[]

/**
 * What melders are counted by. The ladder goes from the finest partition to everything in one, each a merging of
 * the one before it, declared in advance: counts never decide what is merged with what.
 */
export type ReportDimension = { name: string; ladder: readonly Partition[] }

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
 * One distinct melder: the category of each dimension, and perhaps a link that tells that two melders speak of the
 * same person. Which of her cases counts is decided before.
 */
export type ReportMelder = { readonly [dimension: string]: string | null }

/** Under this name a melder carries the link to the person that it is about. */
const ACCUSED_LINK = 'accusedLink'

/** Her category in a dimension; throws when it is none that the dimension declares. */
export function categoryOf(melder: ReportMelder, dimension: ReportDimension): string {
  const category = melder[dimension.name]
  if (category === null || category === undefined || !categoriesOf(dimension).includes(category))
    throw new Error(`${dimension.name}: names no category of the dimension`)
  return category
}

/** True when there is somebody, and all of them speak of the same person. */
export function oneAccused(melders: readonly ReportMelder[]): boolean {
  const link = melders[0]?.[ACCUSED_LINK] ?? null
  return link !== null && melders.every((melder) => melder[ACCUSED_LINK] === link)
}
