import type { Highs } from 'highs'
import type { AttackerKnowledge } from './attacker-knowledge.ts'
import { cellGroups, type CellGroup } from './cell-groups.ts'
import { ConsistentTables, type Side } from './consistent-tables.ts'
import { demands, isUnsafe, targetsOf, type Demand } from './demands.ts'
import { withoutStructuralZeros, type ProtectRequest } from './protect-request.ts'
import { ownMelding, Beliefs, Scenario, type Publication } from './scenario.ts'
import type { Witness } from './witness.ts'

const SIDES: readonly Side[] = ['min', 'max']

/**
 * Pairs of a melder and a small cell up to which melders are played: every annual report has far fewer. Linked cross
 * tables of a hundred melders have more, and would take half a minute; G(k) holds for them all the same.
 */
const MOST_PAIRS = 3000

export type Breach = { scenario: Scenario; demand: Demand; side: Side }

/** A demand against one attacker that the ledger alone already breaks; only a melder's own knowledge may do so. */
type Waived = Set<Demand>

/**
 * The search for what else to hide. Holds what is printed; hiding only ever adds tables that somebody may believe,
 * so a demand that was met once stays met while hiding goes on.
 */
export class Suppression {
  readonly groups: readonly CellGroup[]
  readonly demands: readonly Demand[]
  /** Of all targets, safe or not: unlike the number of demands it tells nothing about the counts. */
  readonly targetCount: number
  readonly publication: Publication
  readonly #highs: Highs
  readonly #mustHide: ReadonlySet<number>
  readonly #beliefs = new Beliefs()
  readonly #outsider: Scenario
  readonly #insiders: Scenario[]
  readonly #waived: Waived = new Set()

  constructor(highs: Highs, request: ProtectRequest) {
    const stated = withoutStructuralZeros(request)
    const { threshold } = stated
    this.#highs = highs
    this.groups = cellGroups(stated)
    const declared: AttackerKnowledge = {
      atoms: stated.atoms.length,
      figures: stated.declared?.figures ?? [],
      bounds: stated.declared?.bounds ?? [],
    }
    const all = targetsOf(this.groups)
    this.targetCount = all.length
    const targets = all.filter((target) => isUnsafe(target, threshold))
    this.demands = demands(highs, targets, threshold, declared)
    const secret = new Set(this.demands.flatMap(({ group, fixed }) => (group && !fixed ? [group] : [])))
    const indices = this.groups.map((_, index) => index)
    this.#mustHide = new Set(
      indices.filter((index) => {
        const group = this.groups[index]
        return group?.standing === 'open' && (group.hiddenBefore || secret.has(group))
      }),
    )
    const printed = indices.filter(
      (index) => !this.#mustHide.has(index) && this.groups[index]?.standing !== 'known',
    )
    this.publication = { groups: this.groups, printed: new Set(printed), declared }
    this.#outsider = new Scenario(highs, this.publication, this.demands, this.#beliefs)
    const people = stated.atoms.flatMap((value, atom) => (value > 0 ? [atom] : []))
    const cells = targets.filter(({ group }) => group !== null)
    const played = people.length * cells.length <= MOST_PAIRS ? people : []
    this.#insiders = played.map((own) => {
      const others = cells.filter(({ members }) => !members.includes(own))
      const knowing = { ...declared, lowerBounds: ownMelding(declared.atoms, [own]) }
      const asked = demands(highs, others, threshold, knowing)
      return new Scenario(highs, this.publication, asked, this.#beliefs, [own])
    })
  }

  /** Hides until every demand is met; false when only figures of the ledger are left to hide. */
  hideEnough(): boolean {
    for (const demand of this.demands)
      if (!SIDES.every((side) => this.#settle(this.#outsider, demand, side))) return false
    this.#askTogether()
    for (const insider of this.#insiders)
      for (const demand of insider.demands)
        if (!SIDES.every((side) => this.#settle(insider, demand, side))) this.#waived.add(demand)
    return true
  }

  /** Prints again what turned out needless, dearest first. */
  printNeedless(): void {
    const { printed } = this.publication
    const candidates = this.hiddenGroups()
      .filter((index) => !this.#mustHide.has(index))
      .sort((a, b) => this.#dearer(b, a))
    for (const index of candidates) {
      printed.add(index)
      if (!this.#allMet()) printed.delete(index)
    }
  }

  /** The groups that are not printed, by index. */
  hiddenGroups(): number[] {
    return this.groups.flatMap((group, index) =>
      group.standing === 'known' || this.publication.printed.has(index) ? [] : [index],
    )
  }

  /** Two tables for every demand; throws when one is not met, which is a bug at this point. */
  witnesses(): Witness[] {
    return this.demands.map((demand) => {
      const [low, high] = SIDES.map((side) => {
        const answer = this.#outsider.meets(demand, side)
        if ('breach' in answer) throw new Error('a demand of the guarantee is not met')
        return answer.table
      })
      return { ...demand, low: low ?? [], high: high ?? [] }
    })
  }

  /** Cells of the ledger that break a demand by themselves: recipes that share no figure, one after another. */
  blockers(): string[] {
    const { declared } = this.publication
    const frozen = this.groups.filter(({ standing }) => standing === 'ledger')
    const found = new Set<CellGroup>()
    for (const { members, reachLow, reachHigh } of this.demands)
      for (const side of SIDES) {
        const breaks = (groups: readonly CellGroup[]): boolean => {
          const tables = new ConsistentTables(this.#highs, {
            ...declared,
            figures: [...declared.figures, ...groups],
          })
          try {
            const { value } = tables.extreme(members, side)
            return side === 'min' ? value > reachLow : value < reachHigh
          } finally {
            tables.dispose()
          }
        }
        let left = frozen
        while (breaks(left)) {
          let recipe = left
          for (const group of left) {
            const without = recipe.filter((other) => other !== group)
            if (breaks(without)) recipe = without
          }
          for (const group of recipe) found.add(group)
          left = left.filter((group) => !recipe.includes(group))
        }
      }
    return [...found].flatMap(({ ledgerIds }) => ledgerIds)
  }

  /** The figures that reveal something as things stand, for the first demand that is broken. */
  firstBreach(): Breach | null {
    const outside = this.#breachOf(this.#outsider)
    if (outside) return outside
    this.#askTogether()
    for (const insider of this.#insiders) {
      const inside = this.#breachOf(insider)
      if (inside) return inside
    }
    return null
  }

  dispose(): void {
    for (const scenario of [this.#outsider, ...this.#insiders]) scenario.dispose()
  }

  #breachOf(scenario: Scenario): Breach | null {
    for (const demand of scenario.demands)
      for (const side of SIDES)
        if (!this.#waived.has(demand) && 'breach' in scenario.meets(demand, side))
          return { scenario, demand, side }
    return null
  }

  /** Looks for tables that serve many melders at once, before each is asked apart. */
  #askTogether(): void {
    for (const demand of this.demands)
      for (const side of SIDES) {
        if (!demand.group) continue
        const waiting = this.#insiders.filter((insider) =>
          insider.demands.some((hers) => hers.id === demand.id && !insider.known(hers, side)),
        )
        this.#serve(
          demand,
          side,
          waiting.flatMap(({ own }) => own),
        )
      }
  }

  /** Finds tables in which all of these atoms are taken, or each half of them, and so on down to one. */
  #serve(demand: Demand, side: Side, own: readonly number[]): void {
    if (own.length < 2) return
    const together = new Scenario(this.#highs, this.publication, [demand], this.#beliefs, own)
    const served = 'table' in together.meets(demand, side)
    together.dispose()
    if (served) return
    const half = Math.ceil(own.length / 2)
    this.#serve(demand, side, own.slice(0, half))
    this.#serve(demand, side, own.slice(half))
  }

  #allMet(): boolean {
    return this.firstBreach() === null
  }

  #settle(scenario: Scenario, demand: Demand, side: Side): boolean {
    for (;;) {
      const answer = scenario.meets(demand, side)
      if (!('breach' in answer)) return true
      const [cheapest] = scenario
        .groupsOf(demand, side, answer.breach)
        .filter((index) => this.groups[index]?.standing === 'open')
        .sort((a, b) => this.#dearer(a, b))
      if (cheapest === undefined) return false
      this.publication.printed.delete(cheapest)
    }
  }

  /** Low cells before high ones; within a height the order is drawn with the secret. */
  #dearer(a: number, b: number): number {
    const [one, other] = [this.groups[a], this.groups[b]]
    if (!one || !other) return 0
    return one.height - other.height || (one.draw < other.draw ? -1 : 1)
  }
}
