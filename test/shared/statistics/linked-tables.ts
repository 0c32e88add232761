import { dice, type Dice } from '../../../demo/dice.ts'
import type { ProtectRequest } from '#shared/statistics/protect-request.ts'

/** Every category of a dimension by itself, the declared groups of them, and all of them. */
type Dimension = { size: number; groups: number[][] }

function dimension(thrown: Dice, most: number): Dimension {
  const size = 2 + thrown.below(most - 1)
  const all = Array.from({ length: size }, (_, category) => category)
  const cut = 1 + thrown.below(size - 1)
  const halved = size > 3 && thrown.below(2) === 0 ? [all.slice(0, cut), all.slice(cut)] : []
  const groups = [...all.map((category) => [category]), ...halved.filter((group) => group.length > 1), all]
  return { size, groups }
}

/** A category by chance: the first ones come often, as with real subjects and roles. */
function skewed(thrown: Dice, size: number): number {
  return Math.min(thrown.below(size), thrown.below(size))
}

/**
 * Linked tables of counts by chance, the same for the same seed: one table of two dimensions, or two that share one
 * of them, each with its margins and sometimes subtotals; 12 to `mostCells` cells.
 */
export function linkedTables(seed: number, mostCells = 100): ProtectRequest {
  const thrown = dice(seed)
  for (;;) {
    const linked = thrown.below(2) === 0
    const dimensions = [dimension(thrown, 6), dimension(thrown, 5), ...(linked ? [dimension(thrown, 4)] : [])]
    const pairs = linked
      ? [
          [0, 1],
          [0, 2],
        ]
      : [[0, 1]]
    const sizes = dimensions.map(({ size }) => size)
    const atoms = Array.from({ length: sizes.reduce((product, size) => product * size, 1) }, () => 0)
    const placesOf = (atom: number): number[] => {
      let rest = atom
      return sizes.map((size) => {
        const place = rest % size
        rest = Math.floor(rest / size)
        return place
      })
    }
    const people = 10 + thrown.below(10 * 2 ** thrown.below(5))
    for (let person = 0; person < people; person += 1) {
      const atom = sizes.reduceRight((index, size) => index * size + skewed(thrown, size), 0)
      atoms[atom] = (atoms[atom] ?? 0) + 1
    }
    const cells = new Map<string, number[]>()
    for (const [one = 0, other = 1] of pairs)
      for (const rows of dimensions[one]?.groups ?? [])
        for (const columns of dimensions[other]?.groups ?? []) {
          const members = atoms.flatMap((_, atom) => {
            const places = placesOf(atom)
            return rows.includes(places[one] ?? -1) && columns.includes(places[other] ?? -1) ? [atom] : []
          })
          cells.set(members.join(), members)
        }
    if (cells.size < 12 || cells.size > mostCells) continue
    return {
      atoms,
      cells: [...cells.values()].map((members, index) => ({ id: `c${index}`, members })),
      threshold: [3, 5, 5, 5, 10][thrown.below(5)] ?? 5,
      secret: new Uint8Array(32).fill(seed % 256),
      reportId: `report ${seed}`,
    }
  }
}
