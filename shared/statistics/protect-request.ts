import { sumOver, type AttackerKnowledge, type Bounds } from './attacker-knowledge.ts'

/** What is to be protected. `cells` are all cells of every table asked for or ever printed. */
export type ProtectRequest = {
  /** True values. */
  atoms: number[]
  cells: {
    id: string
    members: number[]
    /** Adds to the threshold rule, never removes. */
    unsafe?: boolean
    /** Several categories taken together: of exactly k in it, one knows that the others are fewer. */
    merged?: boolean
    /** Printed before: cannot be hidden any more. */
    ledger?: boolean
    /** Hidden before: must stay hidden. */
    hiddenBefore?: boolean
    /** Printed by the report at hand, decided before: what it tells a melder is no reason to go on. */
    settled?: boolean
    /** A piece of what is counted elsewhere, looked at by itself: what it leaves of others is no question. */
    piece?: boolean
    /** Shown as not shown: then it must keep another value, however large it is. */
    withheld?: boolean
  }[]
  /** k */
  threshold: number
  /** D: declared known on purpose. */
  declared?: { figures?: { members: number[]; value: number }[]; bounds?: Bounds }
  /** What was known before, where figures of the ledger break the guarantee by themselves: nobody needs to unlearn it. */
  out?: { figures: { members: number[]; value: number }[]; bounds: Bounds }
  /** Atoms that are zero by nature; a cell of such atoms alone is known to be 0. */
  structural?: number[]
  /** Atoms that count nobody and only tie others together in `declared`. */
  helpers?: number[]
  /**
   * Asks of large targets too that they stay open or can be seen to be large, so that what is printed tells nothing by
   * having been allowed. Left out, only unsafe ones are looked at.
   */
  evenly?: boolean
  /** Key of the choice of what else to hide. */
  secret: Uint8Array
  reportId: string
}

/** The same request without structural zeros, checked: the truth must agree with what is declared known. */
export function withoutStructuralZeros(request: ProtectRequest): ProtectRequest {
  if (!Number.isInteger(request.threshold) || request.threshold < 1)
    throw new Error('threshold: expected a positive whole number')
  if (request.atoms.some((value) => !Number.isInteger(value) || value < 0))
    throw new Error('atoms: expected whole numbers of at least 0')
  const zeros = new Set(request.structural)
  for (const atom of zeros)
    if (request.atoms[atom] !== 0) throw new Error('structural: names an atom that is not 0')
  const known = (members: readonly number[]): number[] => {
    const distinct = [...new Set(members)]
    if (distinct.some((atom) => request.atoms[atom] === undefined)) throw new Error('members: names no atom')
    return distinct.filter((atom) => !zeros.has(atom)).sort((a, b) => a - b)
  }
  const figures = (request.declared?.figures ?? []).map(({ members, value }) => ({
    members: known(members),
    value,
  }))
  const bounds = (request.declared?.bounds ?? []).map((bound) => ({
    ...bound,
    members: known(bound.members),
  }))
  for (const { members, value } of figures)
    if (sumOver(request.atoms, members) !== value)
      throw new Error('declared.figures: disagrees with the atoms')
  for (const { members, min, max } of bounds) {
    const sum = sumOver(request.atoms, members)
    if (sum < (min ?? 0) || sum > (max ?? Infinity))
      throw new Error('declared.bounds: disagrees with the atoms')
  }
  return {
    ...request,
    cells: request.cells.map((cell) => ({ ...cell, members: known(cell.members) })),
    declared: { figures, bounds },
    structural: [],
  }
}

/** D alone, as somebody may know it who sees no figure. */
export function declaredIn({ atoms, declared }: ProtectRequest): AttackerKnowledge {
  return { atoms: atoms.length, figures: declared?.figures ?? [], bounds: declared?.bounds ?? [] }
}
