/** A figure or a range, written anew here so that the oracle shares nothing with the code that it tests. */
export type Known = { members: readonly number[]; min: number; max: number }

/**
 * All tables of whole numbers from 0 to `cap` per cell that agree with what is known, by plain counting.
 * Independent of any solver; only for a handful of cells.
 */
export function enumerateTables(atoms: number, known: readonly Known[], cap: number): number[][] {
  const found: number[][] = []
  const table: number[] = []
  const fill = (atom: number): void => {
    const open = (members: readonly number[]): boolean => members.some((member) => member >= atom)
    for (const { members, min, max } of known) {
      const sum = members.reduce((total, member) => total + (member < atom ? (table[member] ?? 0) : 0), 0)
      if (sum > max || (!open(members) && sum < min)) return
    }
    if (atom === atoms) {
      found.push([...table])
      return
    }
    for (let value = 0; value <= cap; value += 1) {
      table[atom] = value
      fill(atom + 1)
    }
  }
  fill(0)
  return found
}

/** What the named cells add up to. */
export function total(table: readonly number[], members: readonly number[]): number {
  return members.reduce((sum, member) => sum + (table[member] ?? 0), 0)
}

/** Every way to divide `count` over `cells`. */
export function divisions(count: number, cells: number): number[][] {
  if (cells === 1) return [[count]]
  return Array.from({ length: count + 1 }, (_, first) => first).flatMap((first) =>
    divisions(count - first, cells - 1).map((rest) => [first, ...rest]),
  )
}
