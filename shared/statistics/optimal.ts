import type { AttackerKnowledge } from './attacker-knowledge.ts'
import { cellGroups, type CellGroup } from './cell-groups.ts'
import { ConsistentTables, type Extreme, type Side } from './consistent-tables.ts'
import { demands, isUnsafe, targetsOf, type Demand } from './demands.ts'
import { cheapestHittingSet } from './hitting-set.ts'
import { withoutStructuralZeros, type ProtectRequest } from './protect-request.ts'
import { solver } from './solver.ts'

/** 'G' is the guarantee; 'exact' asks only that no hidden cell can be computed, which is what the literature optimises. */
export type Rule = 'G' | 'exact'

type Answer = { ok: true; hidden: string[]; cost: number } | { ok: false; blockedBy: string[] }

/**
 * The cheapest set of cells to hide: a yardstick for tests and the benchmark, deterministic and therefore not
 * what is published. Implicit hitting set: what to hide is chosen against the recipes found so far, the audit
 * answers with recipes that this choice still leaves, until none is left. `cost` counts all hidden cells, the
 * unsafe ones too; weights default to 1 for each cell.
 */
export async function optimal(request: ProtectRequest & { weights?: number[] }, rule: Rule): Promise<Answer> {
  const highs = await solver()
  const stated = withoutStructuralZeros(request)
  const groups = cellGroups(stated)
  const declared: AttackerKnowledge = {
    atoms: stated.atoms.length,
    figures: stated.declared?.figures ?? [],
    bounds: stated.declared?.bounds ?? [],
  }
  const asked = demands(
    highs,
    targetsOf(groups).filter((target) => isUnsafe(target, stated.threshold)),
    stated.threshold,
    declared,
  ).filter(({ fixed, group }) => !fixed && (rule === 'G' || group !== null))
  const secret = new Set(asked.map(({ group }) => group))
  const weightOf = new Map(request.cells.map(({ id }, index) => [id, request.weights?.[index] ?? 1]))
  const weigh = ({ ids }: CellGroup): number => ids.reduce((sum, id) => sum + (weightOf.get(id) ?? 0), 0)
  const forced = groups.filter(
    (group) => group.standing === 'open' && (group.hiddenBefore || secret.has(group)),
  )
  const printable = groups.filter((group) => group.standing !== 'known' && !forced.includes(group))
  const figures = [...declared.figures, ...printable]
  const attack = new Attack(
    new ConsistentTables(highs, { ...declared, figures }),
    declared.figures.length,
    printable,
    rule,
  )
  try {
    const recipes: CellGroup[][] = []
    for (;;) {
      const chosen = cheapestHittingSet(highs, printable, weigh, recipes)
      const found = attack.recipes(asked, chosen)
      if (found.length === 0) {
        const groupsHidden = [...forced, ...chosen]
        const ids = new Set(groupsHidden.flatMap((group) => group.ids))
        for (const { id, hiddenBefore, ledger } of request.cells) if (hiddenBefore && !ledger) ids.add(id)
        const hidden = request.cells.flatMap(({ id }) => (ids.has(id) ? [id] : []))
        return { ok: true, hidden, cost: hidden.reduce((sum, id) => sum + (weightOf.get(id) ?? 0), 0) }
      }
      const frozen = found.filter((recipe) => recipe.every(({ standing }) => standing === 'ledger'))
      if (frozen.length > 0)
        return { ok: false, blockedBy: [...new Set(frozen.flat().flatMap(({ ledgerIds }) => ledgerIds))] }
      recipes.push(...found.map((recipe) => recipe.filter(({ standing }) => standing === 'open')))
    }
  } finally {
    attack.dispose()
  }
}

/** Finds minimal sets of printed groups that break a demand. */
class Attack {
  readonly #tables: ConsistentTables
  readonly #offset: number
  readonly #printable: readonly CellGroup[]
  readonly #rule: Rule

  constructor(tables: ConsistentTables, offset: number, printable: readonly CellGroup[], rule: Rule) {
    this.#tables = tables
    this.#offset = offset
    this.#printable = printable
    this.#rule = rule
  }

  /** For every demand that is broken while `hidden` are not printed, recipes that share no open group. */
  recipes(asked: readonly Demand[], hidden: readonly CellGroup[]): CellGroup[][] {
    const found = new Map<string, CellGroup[]>()
    for (const demand of asked) {
      const printed = new Set(this.#printable.filter((group) => !hidden.includes(group)))
      for (;;) {
        this.#print(printed)
        const support = this.#support(demand)
        if (!support) break
        const recipe = this.#shrink(
          demand,
          new Set(this.#printable.filter((group) => printed.has(group) && support(group))),
        )
        found.set(recipe.map(({ ids }) => ids[0]).join('\n'), recipe)
        const open = recipe.filter(({ standing }) => standing === 'open')
        for (const group of open.length > 0 ? open : recipe) printed.delete(group)
      }
    }
    return [...found.values()]
  }

  dispose(): void {
    this.#tables.dispose()
  }

  /** Null when the demand holds; else which groups may take part in breaking it. */
  #support(demand: Demand): ((group: CellGroup) => boolean) | null {
    const low = this.#tables.extreme(demand.members, 'min')
    const high = this.#tables.extreme(demand.members, 'max')
    const proofs: Extreme[] = []
    const breaks = (side: Side, { value }: Extreme): boolean =>
      side === 'min' ? value > demand.reachLow : value < demand.reachHigh
    if (this.#rule === 'exact') {
      if (low.value !== high.value) return null
      proofs.push(low, high)
    } else if (breaks('max', high)) proofs.push(high)
    else if (breaks('min', low)) proofs.push(low)
    else return null
    if (proofs.some(({ linear, value }) => Math.abs(linear - value) > 1e-6)) return () => true
    return (group) => proofs.some(({ recipe }) => recipe.has(this.#rowOf(group)))
  }

  #shrink(demand: Demand, recipe: Set<CellGroup>): CellGroup[] {
    for (const group of [...recipe]) {
      recipe.delete(group)
      this.#print(recipe)
      if (!this.#support(demand)) recipe.add(group)
    }
    return [...recipe]
  }

  #print(printed: ReadonlySet<CellGroup>): void {
    for (const group of this.#printable) {
      if (printed.has(group)) this.#tables.impose(this.#rowOf(group))
      else this.#tables.release(this.#rowOf(group))
    }
  }

  #rowOf(group: CellGroup): number {
    return this.#offset + this.#printable.indexOf(group)
  }
}
