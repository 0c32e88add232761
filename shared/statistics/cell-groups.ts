import { sumOver } from './attacker-knowledge.ts'
import { BitSet, setKey } from './bit-set.ts'
import { keyedDraw } from './keyed-choice.ts'
import type { ProtectRequest } from './protect-request.ts'

/**
 * Cells with the same members are one quantity: hiding one of them hides nothing.
 * `ledger`: out already. `known`: declared known. `open`: may be printed or hidden.
 */
export type CellGroup = {
  /** Its place in the list of groups. */
  index: number
  ids: string[]
  /** Those of them that were printed before. */
  ledgerIds: string[]
  members: number[]
  bits: BitSet
  value: number
  standing: 'ledger' | 'known' | 'open'
  marked: boolean
  merged: boolean
  /** Nothing else counts just this. */
  piece: boolean
  hiddenBefore: boolean
  withheld: boolean
  settled: boolean
  /** How many cells lie within one another below this one: a leaf 0, a grand total most. Cheap is low. */
  height: number
  /** It counts everybody. */
  isWhole: boolean
  /** Place in the secret order of choice. */
  draw: string
}

/** Groups the cells of a request from which structural zeros were taken out; cells without members drop out. */
export function cellGroups(request: ProtectRequest): CellGroup[] {
  const known = new Set((request.declared?.figures ?? []).map(({ members }) => setKey(members)))
  const byMembers = new Map<string, CellGroup>()
  for (const cell of request.cells) {
    if (cell.members.length === 0) continue
    const key = setKey(cell.members)
    let group = byMembers.get(key)
    if (!group) {
      group = {
        index: -1,
        ids: [],
        ledgerIds: [],
        members: cell.members,
        bits: new BitSet(request.atoms.length, cell.members),
        value: sumOver(request.atoms, cell.members),
        standing: known.has(key) ? 'known' : 'open',
        marked: false,
        merged: false,
        piece: true,
        hiddenBefore: false,
        withheld: false,
        settled: false,
        height: 0,
        isWhole: false,
        draw: keyedDraw(request.secret, request.reportId, cell.id),
      }
      byMembers.set(key, group)
    }
    group.ids.push(cell.id)
    if (cell.ledger) group.ledgerIds.push(cell.id)
    if (cell.ledger && group.standing === 'open') group.standing = 'ledger'
    group.marked ||= cell.unsafe ?? false
    group.merged ||= cell.merged ?? false
    group.piece &&= cell.piece ?? false
    group.hiddenBefore ||= cell.hiddenBefore ?? false
    group.settled ||= cell.settled ?? false
    group.withheld ||= cell.withheld ?? false
  }
  const groups = [...byMembers.values()].sort((a, b) => a.members.length - b.members.length)
  const most = groups.at(-1)?.members.length ?? 0
  groups.forEach((group, index) => {
    group.index = index
    group.isWhole = group.members.length === most && groups.every(({ bits }) => group.bits.contains(bits))
    for (const inner of groups.slice(0, index))
      if (
        inner.height >= group.height &&
        inner.members.length < group.members.length &&
        group.bits.contains(inner.bits)
      )
        group.height = inner.height + 1
  })
  return groups
}
