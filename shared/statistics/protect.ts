import type { AttackerKnowledge, Figure } from './attacker-knowledge.ts'
import { blockersOf } from './blockers.ts'
import type { CellGroup } from './cell-groups.ts'
import { explainHidden } from './explain-hidden.ts'
import type { Explanation } from './explanation.ts'
import { atOnce, type Pace } from './pace.ts'
import type { ProtectRequest } from './protect-request.ts'
import { solver } from './solver.ts'
import { Suppression } from './suppression.ts'
import { witnessesHold, type Witness } from './witness.ts'

export type { ProtectRequest } from './protect-request.ts'

export type Protected = {
  ok: true
  /** Ids of all cells that may not be printed, the unsafe ones too. */
  hidden: string[]
  explanations: Explanation[]
  /** Secret: two tables for every unsafe target, already checked by addition. */
  witnesses: Witness[]
  /** How many targets there are, safe or not. */
  targets: number
}

/**
 * Chooses what to hide so that G(k) holds for every unsafe target: beyond what was declared known, nobody can tell
 * from the printed cells whether there were none, a few, or k and more. Complements and differences of the cells
 * are targets of themselves. Melders who know of themselves learn no more than that wherever the ledger allows it.
 *
 * Refuses, naming figures of the ledger, when they alone break the guarantee. The choice is drawn with the secret;
 * the same request gives the same answer. Throws when a witness does not hold: then nothing may be printed.
 * `pace` is awaited between questions to the solver; when it throws, the search ends.
 */
export async function protect(
  request: ProtectRequest,
  pace: Pace = atOnce,
): Promise<Protected | { ok: false; blockedBy: string[] }> {
  const highs = await solver()
  const search = new Suppression(highs, request, pace)
  try {
    if (!(await search.hideEnough()))
      return {
        ok: false,
        blockedBy: blockersOf(highs, search.groups, search.demands, search.publication.declared),
      }
    await search.printNeedless()
    await search.searchAgain()
    const witnesses = search.witnesses()
    const known = knownFigures(search.groups, search.publication)
    if (!witnessesHold(known, witnesses)) throw new Error('a witness disagrees with a printed figure')
    const hiddenGroups = search.hiddenGroups()
    const hidden = new Set(hiddenGroups.flatMap((index) => search.groups[index]?.ids ?? []))
    for (const { id, hiddenBefore, ledger } of request.cells) if (hiddenBefore && !ledger) hidden.add(id)
    const hiddenCells = request.cells.flatMap(({ id }) => (hidden.has(id) ? [id] : []))
    return {
      ok: true,
      hidden: hiddenCells,
      explanations: await explainHidden(search, request, hiddenCells),
      witnesses,
      targets: search.targetCount,
    }
  } finally {
    search.dispose()
  }
}

function knownFigures(
  groups: readonly CellGroup[],
  { printed, declared }: { printed: ReadonlySet<number>; declared: AttackerKnowledge },
): { atoms: number; figures: Figure[]; bounds: NonNullable<AttackerKnowledge['bounds']> } {
  return {
    atoms: declared.atoms,
    figures: [...declared.figures, ...groups.filter((_, index) => printed.has(index))],
    bounds: declared.bounds ?? [],
  }
}
