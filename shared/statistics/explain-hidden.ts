import { sumOver } from './attacker-knowledge.ts'
import { setKey } from './bit-set.ts'
import { reaches } from './demands.ts'
import { ownExplanation, signedTerms, type Explanation } from './explanation.ts'
import type { ProtectRequest } from './protect-request.ts'
import type { Breach, Suppression } from './suppression.ts'

const NEARLY = 1e-6

/** In a sum: what a melder subtracts because she knows of herself. */
const OWN_MELDING = 'own-melding'

/** One explanation for every hidden cell: its own small number, or the sum that printing it would make possible. */
export async function explainHidden(
  search: Suppression,
  request: ProtectRequest,
  hidden: readonly string[],
): Promise<Explanation[]> {
  const explained = await explainGroups(search, request)
  const known = new Set(explained.map(({ id }) => id))
  const others = request.cells.filter(({ id }) => hidden.includes(id) && !known.has(id))
  return [
    ...explained,
    ...others.map(({ id, members }) =>
      ownExplanation(id, sumOver(request.atoms, members), members, 'hidden-before'),
    ),
  ]
}

async function explainGroups(search: Suppression, request: ProtectRequest): Promise<Explanation[]> {
  const own = new Set(search.demands.flatMap(({ group }) => (group ? [group] : [])))
  const { publication } = search
  const made: Explanation[] = []
  for (const index of search.hiddenGroups()) {
    const group = search.groups[index]
    if (!group) continue
    if (own.has(group)) {
      made.push(...group.ids.map((id) => ownExplanation(id, group.value, group.members, 'too-few')))
      continue
    }
    if (group.hiddenBefore) {
      made.push(...group.ids.map((id) => ownExplanation(id, group.value, group.members, 'hidden-before')))
      continue
    }
    publication.print(index)
    const breach = await search.firstBreach(index)
    const because = breach ? recipeSum(search, request, breach) : null
    publication.hide(index)
    for (const id of group.ids) {
      if (!because) {
        made.push(
          ownExplanation(id, group.value, group.members, breach ? 'protects-others' : 'hidden-before'),
        )
        continue
      }
      const terms = because.terms.map((term) => (term.id === group.ids[0] ? { ...term, id } : term))
      made.push({ id, reason: 'protects-others', because: { ...because, terms } })
    }
  }
  return made
}

/**
 * The sum that a breach comes down to: of a set that the parts count exactly once, or else the end of the interval of
 * what must not be learned. Null where no small sum says it, but only that other numbers cannot be.
 */
function recipeSum(
  search: Suppression,
  request: ProtectRequest,
  breach: Breach,
): Explanation['because'] | null {
  const { publication } = search
  const { demand, side, own } = breach
  const extreme = publication.extreme(demand.members, side, own)
  const parts = [
    ...publication
      .declaredParts(extreme, side)
      .map((part) => ({ ...part, id: nameOf(part.members, search) ?? part.name })),
    ...publication.groupsIn(extreme).map((index) => {
      const part = publication.groupPart(extreme, index)
      return { ...part, id: part.name }
    }),
  ]
  // That blocks count the same people is no figure, and adds nothing.
  const helpers = new Set(request.helpers)
  const isLink = ({ members }: { members: readonly number[] }): boolean =>
    members.some((atom) => helpers.has(atom))
  const linked = parts.filter(isLink).reduce((total, { factor, value }) => total + factor * value, 0)
  const sum = signedTerms(parts.filter((part) => !isLink(part)))
  if (!sum || Math.abs(linked) > NEARLY) return null
  const { terms, divisor } = sum
  const herself = Math.round(extreme.linear * divisor) - sum.sum
  if (herself !== 0) terms.push({ id: OWN_MELDING, sign: herself > 0 ? 1 : -1, value: Math.abs(herself) })
  const about = { about: demand.id, own }
  const members = divisor === 1 && herself === 0 ? setOf(parts, request.atoms.length) : null
  if (members) return { terms, min: sum.sum, max: sum.sum, ...about, members }
  // What whole people rule out besides is no part of the sum, so the end is what the sum says.
  const end = side === 'min' ? Math.ceil(extreme.linear - NEARLY) : Math.floor(extreme.linear + NEARLY)
  if (reaches(search.reachFor(breach), side, end)) return null
  const other = publication.extreme(demand.members, side === 'min' ? 'max' : 'min', own).value
  const [min, max] = side === 'min' ? [end, other] : [other, end]
  return { terms, min, max, ...about, members: demand.members, ...(divisor > 1 ? { divisor } : {}) }
}

function nameOf(members: readonly number[], { groups }: Suppression): string | undefined {
  const key = setKey(members)
  return groups.find((group) => setKey(group.members) === key)?.ids[0]
}

/** The atoms that the parts, with their factors, count exactly once, when they count all others not at all. */
function setOf(
  parts: readonly { members: readonly number[]; factor: number }[],
  atoms: number,
): number[] | null {
  const counts = new Float64Array(atoms)
  for (const { members, factor } of parts)
    for (const atom of members) counts[atom] = (counts[atom] ?? 0) + Math.round(factor)
  if (counts.some((count) => count !== 0 && count !== 1)) return null
  return [...counts].flatMap((count, atom) => (count === 1 ? [atom] : []))
}
