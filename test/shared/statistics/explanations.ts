import { audit } from '#shared/statistics/audit.ts'
import { protect, type ProtectRequest } from '#shared/statistics/protect.ts'
import { total } from './enumerate-tables.ts'

/**
 * Checks every explanation of one request: that its terms are printed numbers, that their signed sum over the divisor
 * is the stated end, and that with the cell shown an attacker really gets the stated interval. Answers how many were
 * checked and what was wrong.
 */
export async function checkExplanations(
  request: ProtectRequest,
): Promise<{ checked: number; wrong: unknown[] }> {
  const answer = await protect(request)
  if (!answer.ok) return { checked: 0, wrong: [] }
  const { atoms, cells, declared } = request
  const valueOf = new Map(cells.map(({ id, members }) => [id, total(atoms, members)]))
  const hidden = new Set(answer.hidden)
  const wrong: unknown[] = []
  for (const explanation of answer.explanations) {
    const { id, reason, because } = explanation
    const fault = (what: string): void => void wrong.push({ what, ...explanation })
    const sum = because.terms.reduce((all, { sign, value }) => all + sign * value, 0) / (because.divisor ?? 1)
    if (Math.ceil(sum - 1e-9) !== because.min && Math.floor(sum + 1e-9) !== because.max)
      fault('the sum is neither end')
    if (!because.terms.some((term) => term.id === id)) fault('the cell itself is no term')
    for (const term of because.terms) {
      if (term.id === 'own-melding' || term.id.startsWith('declared:')) continue
      if (valueOf.get(term.id) !== term.value) fault('a term has another value')
      if (term.id !== id && hidden.has(term.id)) fault('a term is hidden itself')
    }
    if (reason !== 'protects-others') continue
    const printed = cells.filter((cell) => cell.id === id || !hidden.has(cell.id))
    const lowerBounds = atoms.map((_, atom) => (because.own.includes(atom) ? 1 : 0))
    const [found] = await audit({
      atoms: atoms.length,
      lowerBounds,
      figures: [
        ...(declared?.figures ?? []),
        ...printed.map((cell) => ({ members: cell.members, value: total(atoms, cell.members) })),
      ],
      ...(declared?.bounds ? { bounds: declared.bounds } : {}),
      targets: [{ id: 'about', members: [...because.members] }],
    })
    // Whole people may rule out more than the sum says, never less.
    if (!found || found.min < because.min || found.max > because.max)
      fault(`an attacker gets ${JSON.stringify(found)}`)
  }
  return { checked: answer.explanations.length, wrong }
}
