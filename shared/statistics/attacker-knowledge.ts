/** A figure that was handed out: a set of atoms (by index) and their sum. */
export type Figure = { members: readonly number[]; value: number }

/** Known, but not exactly: bands, "fewer than k", that there was use. Both ends belong to the range. */
export type Bounds = readonly { members: readonly number[]; min?: number; max?: number }[]

/** What somebody knows of a table of `atoms` non-negative whole numbers. */
export type AttackerKnowledge = {
  atoms: number
  /** Least value of each atom; default 0. */
  lowerBounds?: readonly number[]
  figures: readonly Figure[]
  bounds?: Bounds
}

/** One restriction on a set of atoms, after the least values were subtracted. `max` may be Infinity. */
export type Restriction = { members: readonly number[]; min: number; max: number }

/** Figures first, then bounds, in the order given: indices of restrictions are the same as there. */
export function restrictions(knowledge: AttackerKnowledge): Restriction[] {
  const least = knowledge.lowerBounds ?? []
  const figures = knowledge.figures.map(({ members, value }) => ({ members, min: value, max: value }))
  const bounds = (knowledge.bounds ?? []).map(({ members, min, max }) => ({
    members,
    min: Math.ceil(min ?? 0),
    max: Math.floor(max ?? Infinity),
  }))
  return [...figures, ...bounds].map(({ members, min, max }) => {
    const distinct = [...new Set(members)]
    for (const atom of distinct)
      if (!Number.isInteger(atom) || atom < 0 || atom >= knowledge.atoms)
        throw new Error('a figure names an atom that does not exist')
    const shift = distinct.reduce((sum, atom) => sum + (least[atom] ?? 0), 0)
    return { members: distinct, min: Math.max(0, min - shift), max: max - shift }
  })
}

/** Sum of the named atoms of a table. */
export function sumOver(table: readonly number[], members: readonly number[]): number {
  let sum = 0
  for (const atom of members) sum += table[atom] ?? 0
  return sum
}
