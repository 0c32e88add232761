import { BitSet, setKey } from '../bit-set.ts'
import { TOTAL } from '../ledger.ts'
import { periodKey } from '../report-period.ts'
import { timeDimension } from '../report-time.ts'
import type { AttackedFigures, AttackTarget } from './attacked-figures.ts'
import { CountedAtoms } from './counted-atoms.ts'
import { isTime, type CountedSet, type FoundFigures } from './counted-set.ts'

type Cell = { counted: CountedSet; members: number[]; hidden: boolean }

/** Found figures as sets of atoms, and what every id counts. */
export function attackedFigures(found: FoundFigures): {
  attacked: AttackedFigures
  named: Map<string, CountedSet>
} {
  const atoms = new CountedAtoms(found)
  const named = new Map<string, CountedSet>()
  const name = (counted: CountedSet): string => {
    const id = JSON.stringify(counted)
    named.set(id, counted)
    return id
  }
  const declared: { figures: { id: string; members: number[]; value: number }[]; bounds: Bound[] } = {
    figures: [],
    bounds: (found.use ?? []).flatMap(({ period, use, among }) => {
      const members = atoms.everybody(period, among)
      // Of an organisation that no figure counts nothing is asked.
      return members.length === 0 ? [] : [{ members, ...(use === 'some' ? { min: 1 } : { max: 0 }) }]
    }),
  }
  const figures: { id: string; members: number[]; value: number }[] = []
  const out: { members: number[]; value: number }[] = []
  for (const { value, isOut, isUndeclared, ...counted } of found.figures) {
    const members = atoms.members(counted)
    if (typeof value === 'object') declared.bounds.push({ members, min: value.from, max: value.to })
    else if (value !== 'hidden') {
      const isDeclared = isTotal(counted) ? isUndeclared !== true : isOut === true && value < found.threshold
      ;(isDeclared ? declared.figures : figures).push({ id: name(counted), members, value })
      if (isOut) out.push({ members, value })
    }
  }
  const cells = cellsOf(found, atoms)
  const targets = [...cells.values()].map((cell): AttackTarget => ({
    id: name(cell.counted),
    members: cell.members,
    ...(cell.hidden ? { hidden: true } : {}),
    ...found.truth?.(cell.counted),
  }))
  const own = [...(found.isPlaceKnown === true ? atoms.ownPlaces() : []), ...atoms.ownCells()]
  const people = own.filter(({ counted }) => (found.truth?.(counted)?.value ?? 1) > 0)
  return {
    attacked: {
      atoms: atoms.size,
      threshold: found.threshold,
      figures,
      declared,
      out,
      links: atoms.links(),
      helpers: atoms.helpers(),
      structural: atoms.structural(),
      targets: [...targets, ...remainders([...cells.values()], found, atoms.size, name)],
      people: people.map(({ counted, atom }) => ({ id: name(counted), members: [atom] })),
    },
    named,
  }
}

type Bound = { members: number[]; min?: number; max?: number }

function isTotal({ dimension, crossing }: CountedSet): boolean {
  return dimension === TOTAL && crossing === undefined
}

/** Every figure, and every group of the ladder of a dimension in every period for which it was printed. */
function cellsOf({ figures, dimensions, asked = [] }: FoundFigures, atoms: CountedAtoms): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  const add = (counted: CountedSet, hidden: boolean): void => {
    const members = atoms.members(counted)
    const key = setKey(members)
    if (members.length > 0 && (hidden || !cells.has(key))) cells.set(key, { counted, members, hidden })
  }
  for (const { value, isOut: _out, isUndeclared: _undeclared, ...counted } of figures)
    add(counted, value === 'hidden')
  const seen = new Set<string>()
  const ladders = (
    { period, among, edition }: Omit<CountedSet, 'categories' | 'dimension'>,
    name: string,
  ): void => {
    const key = `${periodKey(period)} ${name} ${String(among)} ${String(edition)}`
    const dimension = isTime(name) ? timeDimension(period) : dimensions.find((one) => one.name === name)
    if (!dimension || seen.has(key)) return
    seen.add(key)
    for (const categories of dimension.ladder.flat())
      add({ period, dimension: dimension.name, categories, among, edition }, false)
  }
  for (const figure of figures) {
    ladders(figure, figure.dimension)
    if (figure.crossing) ladders(figure, figure.crossing.dimension)
  }
  // By what no figure counts anybody is as open as everybody.
  for (const table of asked) if (atoms.has(table.dimension)) ladders(table, table.dimension)
  return cells
}

/** What is left of a cell when another inside it is taken away. */
function remainders(
  cells: readonly Cell[],
  { truth }: FoundFigures,
  size: number,
  name: (counted: CountedSet) => string,
): AttackTarget[] {
  const seen = new Set(cells.map(({ members }) => setKey(members)))
  const bits = cells.map(({ members }) => new BitSet(size, members))
  return cells.flatMap((whole, at) =>
    cells.flatMap((part, other): AttackTarget[] => {
      const inner = bits[other]
      if (!inner || part.members.length >= whole.members.length || bits[at]?.contains(inner) !== true)
        return []
      const members = whole.members.filter((atom) => !inner.has(atom))
      const key = setKey(members)
      if (seen.has(key)) return []
      seen.add(key)
      const [all, taken] = [truth?.(whole.counted), truth?.(part.counted)]
      const counts = all && taken && { value: all.value - taken.value }
      const id = name({ ...whole.counted, without: part.counted })
      return [{ id, members, remainder: true, ...counts }]
    }),
  )
}
