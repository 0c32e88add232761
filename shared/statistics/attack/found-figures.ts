import type { Pace } from '../pace.ts'
import { attack } from './attack.ts'
import type { AttackFinding, AttackResult } from './attacked-figures.ts'
import type { CountedSet, FoundFigures } from './counted-set.ts'
import { attackedFigures } from './figures-as-sets.ts'
import { namedDimensions } from './named-dimensions.ts'

export type FoundTerm = { counted: CountedSet | 'present'; sign: 1 | -1; value: number }

/** A finding in words that a screen can turn into a sentence. `about` is null for a sum that is no cell. */
export type FoundFinding = Omit<AttackFinding, 'about' | 'by' | 'terms'> & {
  about: CountedSet | null
  by: CountedSet | null
  terms: FoundTerm[]
}

export type FoundAttack = Omit<AttackResult, 'findings'> & { findings: FoundFinding[] }

/**
 * Plays L0, L1, L2 and L4 on figures that were found in files. Totals, ranges and use count as declared known. Every
 * group of a dimension's ladder is a target in every period for which the dimension was printed, every cell of a cross
 * table, and what is left of one when another is taken away. Rejects with `NoTableAgrees` when the figures contradict
 * each other: then they were not counted from one caseload, and `contradiction` names them.
 */
export async function attackFound(
  found: FoundFigures,
  pace?: Pace,
  onPlayed?: (done: number, total: number) => void,
): Promise<FoundAttack[]> {
  const { attacked, named } = attackedFigures({ ...found, dimensions: namedDimensions(found) })
  const counted = (id: string): CountedSet | null => named.get(id) ?? null
  return (await attack(attacked, pace, onPlayed)).map((result) => ({
    ...result,
    findings: result.findings.map(({ about, by, terms, ...finding }) => ({
      ...finding,
      about: counted(about),
      by: by === undefined ? null : counted(by),
      terms: terms.map(({ id, sign, value }) => ({ counted: counted(id) ?? 'present', sign, value })),
    })),
  }))
}
