import { sumOver } from './attacker-knowledge.ts'
import { setKey } from './bit-set.ts'
import { ownExplanation, signedTerms, type Explanation } from './explanation.ts'
import type { ProtectRequest } from './protect-request.ts'
import type { Breach, Suppression } from './suppression.ts'

/** In a sum: what a melder subtracts because she knows of herself. */
const OWN_MELDING = 'own-melding'

/** One explanation for every hidden cell: its own small number, or the sum that printing it would make possible. */
export function explainHidden(
  search: Suppression,
  request: ProtectRequest,
  hidden: readonly string[],
): Explanation[] {
  const explained = explainGroups(search, request)
  const known = new Set(explained.map(({ id }) => id))
  const others = request.cells.filter(({ id }) => hidden.includes(id) && !known.has(id))
  return [
    ...explained,
    ...others.map(({ id, members }) => ownExplanation(id, sumOver(request.atoms, members), 'hidden-before')),
  ]
}

function explainGroups(search: Suppression, request: ProtectRequest): Explanation[] {
  const own = new Set(search.demands.flatMap(({ group }) => (group ? [group] : [])))
  const { printed } = search.publication
  return search.hiddenGroups().flatMap((index) => {
    const group = search.groups[index]
    if (!group) return []
    if (own.has(group)) return group.ids.map((id) => ownExplanation(id, group.value, 'too-few'))
    printed.add(index)
    const breach = search.firstBreach()
    const because = breach ? recipeSum(search, request, breach) : null
    printed.delete(index)
    if (!because) return group.ids.map((id) => ownExplanation(id, group.value, 'hidden-before'))
    return group.ids.map((id): Explanation => {
      const terms = because.terms.map((term) => (term.id === group.ids[0] ? { ...term, id } : term))
      return { id, reason: 'protects-others', because: { ...because, terms } }
    })
  })
}

function recipeSum(
  search: Suppression,
  request: ProtectRequest,
  { scenario, demand, side }: Breach,
): Explanation['because'] | null {
  const answer = scenario.meets(demand, side)
  if (!('breach' in answer)) return null
  const { value, linear } = answer.breach
  const parts = [
    ...scenario
      .declaredParts(answer.breach, side)
      .map((part) => ({ ...part, id: nameOf(part.members, search, part.index) })),
    ...scenario.groupsOf(demand, side, answer.breach).map((index) => {
      const { ids, value: printed, members } = search.groups[index] ?? { ids: [], value: 0, members: [] }
      return { id: ids[0] ?? '', value: printed, members, factor: scenario.factor(answer.breach, index) }
    }),
  ]
  const other = scenario.reach(demand, side === 'min' ? 'max' : 'min')
  const [min, max] = side === 'min' ? [value, other] : [other, value]
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
  const own = Math.round(linear * divisor) - sum.sum
  if (own !== 0) terms.push({ id: OWN_MELDING, sign: own > 0 ? 1 : -1, value: Math.abs(own) })
  if (divisor > 1) return { terms, min, max, about, divisor }
  return isSet(parts, request.atoms.length)
    ? { terms, min: sum.sum + own, max: sum.sum + own, about }
    : { terms, min, max, about }
}

function nameOf(members: readonly number[], { groups }: Suppression, index: number): string {
  const key = setKey(members)
  return groups.find((group) => setKey(group.members) === key)?.ids[0] ?? `declared:${String(index)}`
}

/** True when the parts, with their factors, add up to every atom once or not at all. */
function isSet(parts: readonly { members: readonly number[]; factor: number }[], atoms: number): boolean {
  const counts = new Float64Array(atoms)
  for (const { members, factor } of parts)
    for (const atom of members) counts[atom] = (counts[atom] ?? 0) + Math.round(factor)
  return counts.every((count) => count === 0 || count === 1)
}
