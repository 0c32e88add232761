import { sumOver } from './attacker-knowledge.ts'
import { setKey } from './bit-set.ts'
import { ownExplanation, signedTerms, type Explanation } from './explanation.ts'
import type { ProtectRequest } from './protect-request.ts'
import type { Breach, Suppression } from './suppression.ts'

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
    ...others.map(({ id, members }) => ownExplanation(id, sumOver(request.atoms, members), 'hidden-before')),
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
      made.push(...group.ids.map((id) => ownExplanation(id, group.value, 'too-few')))
      continue
    }
    if (group.hiddenBefore) {
      made.push(...group.ids.map((id) => ownExplanation(id, group.value, 'hidden-before')))
      continue
    }
    publication.print(index)
    const breach = await search.firstBreach(index)
    const because = breach ? recipeSum(search, request, breach) : null
    publication.hide(index)
    for (const id of group.ids) {
      if (!because) {
        made.push(ownExplanation(id, group.value, 'hidden-before'))
        continue
      }
      const terms = because.terms.map((term) => (term.id === group.ids[0] ? { ...term, id } : term))
      made.push({ id, reason: 'protects-others', because: { ...because, terms } })
    }
  }
  return made
}

function recipeSum(search: Suppression, request: ProtectRequest, breach: Breach): Explanation['because'] {
  const { publication } = search
  const { demand, side, own, extreme } = breach
  const parts = [
    ...publication
      .declaredParts(extreme, side)
      .map((part) => ({ ...part, id: nameOf(part.members, search) ?? part.name })),
    ...search.recipeOf(breach).map((index) => {
      const part = publication.groupPart(extreme, index)
      return { ...part, id: part.name }
    }),
  ]
  const other = publication.extreme(demand.members, side === 'min' ? 'max' : 'min', own).value
  const [min, max] = side === 'min' ? [extreme.value, other] : [other, extreme.value]
  const about = demand.id
  const sum = signedTerms(parts)
  if (!sum)
    return {
      terms: parts.map(({ id, value: printed }) => ({ id, sign: 1, value: printed })),
      min,
      max,
      about,
    }
  const { terms, divisor } = sum
  const herself = Math.round(extreme.linear * divisor) - sum.sum
  if (herself !== 0) terms.push({ id: OWN_MELDING, sign: herself > 0 ? 1 : -1, value: Math.abs(herself) })
  if (divisor > 1) return { terms, min, max, about, divisor }
  return isSet(parts, request.atoms.length)
    ? { terms, min: sum.sum + herself, max: sum.sum + herself, about }
    : { terms, min, max, about }
}

function nameOf(members: readonly number[], { groups }: Suppression): string | undefined {
  const key = setKey(members)
  return groups.find((group) => setKey(group.members) === key)?.ids[0]
}

/** True when the parts, with their factors, add up to every atom once or not at all. */
function isSet(parts: readonly { members: readonly number[]; factor: number }[], atoms: number): boolean {
  const counts = new Float64Array(atoms)
  for (const { members, factor } of parts)
    for (const atom of members) counts[atom] = (counts[atom] ?? 0) + Math.round(factor)
  return counts.every((count) => count === 0 || count === 1)
}
