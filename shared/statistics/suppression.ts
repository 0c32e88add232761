import type { Highs } from 'highs'
import { cellGroups, type CellGroup } from './cell-groups.ts'
import { ChoiceOrder } from './choice-order.ts'
import type { Extreme, Side } from './consistent-tables.ts'
import {
  demands,
  evenDemands,
  isUnsafe,
  keyOf,
  reaches,
  reachOf,
  sidesOf,
  targetsOf,
  withheld,
  type Demand,
  type Reach,
} from './demands.ts'
import { declaredIn, withoutStructuralZeros, type ProtectRequest } from './protect-request.ts'
import { ENOUGH_QUESTIONS, ROUNDS, type Pace } from './pace.ts'
import { Publication } from './publication.ts'
import type { Witness } from './witness.ts'

const SIDES: readonly Side[] = ['min', 'max']

/** A demand that is not met, for an outsider (`own` is empty) or for a melder who knows of herself. */
export type Breach = { demand: Demand; side: Side; own: readonly number[]; extreme: Extreme }

type BreachOf = (demand: Demand, side: Side) => Breach | null

/**
 * The search for what else to hide. Hiding only ever adds tables that somebody may believe, so a demand that was met
 * once stays met while hiding goes on; but what everybody could see to be large may be so no longer, and is looked at
 * until nothing more is hidden.
 */
export class Suppression {
  readonly groups: readonly CellGroup[]
  readonly demands: readonly Demand[]
  /** What is asked of large targets, lest it shows that they are. */
  readonly #large: readonly Demand[]
  /** What a melder may not learn who knows of herself: of exactly k, only one of them learns something. */
  readonly #insiders: readonly Demand[]
  /** Of all targets, safe or not: unlike the number of demands it tells nothing about the counts. */
  readonly targetCount: number
  readonly publication: Publication
  readonly #threshold: number
  readonly #people: readonly number[]
  readonly #mustHide: ReadonlySet<number>
  /** What D leaves open to a melder, where that is less than to an outsider. */
  readonly #ownReach = new Map<string, Reach>()
  /** What the ledger alone tells a melder. */
  readonly #waived = new Set<string>()
  /** Numbers of which only a range was printed, each as a demand to leave it another value. */
  readonly #withheld: readonly Demand[]
  /** Of a group that was tried to be printed: the demand that forbade it. */
  readonly #forbade = new Map<number, Demand>()
  readonly #pace: Pace
  #order: ChoiceOrder
  #questions = 0
  #rested = -1

  constructor(highs: Highs, request: ProtectRequest, pace: Pace) {
    this.#pace = pace
    const stated = withoutStructuralZeros(request)
    this.#threshold = stated.threshold
    this.groups = cellGroups(stated)
    this.#order = new ChoiceOrder(this.groups, 0)
    const declared = declaredIn(stated)
    const all = targetsOf(this.groups)
    this.targetCount = all.length
    const unsafe = all.filter((target) => isUnsafe(target, stated.threshold))
    const known = stated.out ? [declared, { atoms: declared.atoms, ...stated.out }] : [declared]
    this.demands = demands(highs, unsafe, stated.threshold, ...known)
    this.#insiders = this.demands.filter(({ reachLow }) => reachLow < Infinity)
    this.#large = evenDemands(highs, this.groups, stated.evenly ? all : [], stated.threshold, ...known)
    const secret = new Set(this.demands.flatMap(({ group, fixed }) => (group && !fixed ? [group] : [])))
    const isHidden = (group: CellGroup): boolean =>
      group.standing === 'open' && (group.hiddenBefore || secret.has(group))
    this.#mustHide = new Set(this.groups.filter(isHidden).map(({ index }) => index))
    this.#withheld = withheld(highs, this.groups, declared)
    const helpers = new Set(stated.helpers)
    this.#people = stated.atoms.flatMap((value, atom) => (value > 0 && !helpers.has(atom) ? [atom] : []))
    this.publication = new Publication(highs, this.groups, declared, this.#people)
    for (const { index, standing } of this.groups)
      if (standing !== 'known' && !this.#mustHide.has(index)) this.publication.print(index)
  }

  /** Hides until every demand is met; false when only figures are left that cannot be hidden any more. */
  async hideEnough(): Promise<boolean> {
    for (;;) {
      const before = this.publication.printed.size
      if (!(await this.#hideFrom([...this.demands, ...this.#large], this.#outsiderBreach.bind(this))))
        return false
      for (const demand of this.#withheld) {
        let breach
        while ((breach = this.#exactly(demand)))
          if (!this.#hideOneOf(breach)) this.#waived.add(keyOf(-1, demand, 'max'))
      }
      if (!(await this.#hideFrom(this.#insiders, this.#insiderBreach.bind(this)))) return false
      if (this.#large.length === 0 || this.publication.printed.size === before) return true
    }
  }

  /** What the guarantee asks for cannot be left undone; what is asked besides is, where it is out already. */
  async #hideFrom(asked: readonly Demand[], breachOf: BreachOf): Promise<boolean> {
    for (const demand of asked) {
      await this.#rest()
      for (const side of sidesOf(demand)) {
        let breach
        while ((breach = breachOf(demand, side))) {
          if (this.#hideOneOf(breach)) continue
          const isAsked = breach.own.length === 0 && demand.safeFrom === Infinity
          if (isAsked || this.#recipeOf(breach).some((index) => this.groups[index]?.settled)) return false
          this.#waived.add(keyOf(breach.own[0] ?? -1, demand, side))
        }
      }
    }
    return true
  }

  /**
   * Prints again what turned out needless, dearest first. Where not even the number of all can be printed, nothing is:
   * all large cells shown beside a missing total would tell that the others are empty.
   */
  async printNeedless(): Promise<void> {
    const candidates = this.#extras().sort((a, b) => this.#order.compare(b, a))
    for (const index of candidates) {
      this.publication.print(index)
      const breach = await this.firstBreach(index)
      if (!breach) continue
      this.#forbade.set(index, breach.demand)
      this.publication.hide(index)
      if (this.groups[index]?.isWhole) return
    }
  }

  /** Prints some of what protects others again, and searches anew by another draw, as long as that hides less. */
  async searchAgain(): Promise<void> {
    for (let round = 1; round <= ROUNDS && this.#questions < ENOUGH_QUESTIONS; round += 1) {
      this.#order = new ChoiceOrder(this.groups, round)
      const before = [...this.publication.printed]
      const cost = this.#cost()
      const extras = this.#extras()
      if (extras.length < 2 || extras.some((index) => this.groups[index]?.isWhole)) break
      for (const index of extras) if (this.#order.isTried(index)) this.publication.print(index)
      const isEnough = await this.hideEnough()
      if (isEnough) await this.printNeedless()
      if (isEnough && this.#cost() < cost) continue
      for (const index of [...this.publication.printed])
        if (!before.includes(index)) this.publication.hide(index)
      for (const index of before) this.publication.print(index)
    }
    this.#order = new ChoiceOrder(this.groups, 0)
  }

  /** The groups that are not printed, by index. */
  hiddenGroups(): number[] {
    return this.groups.flatMap(({ standing, index }) =>
      standing === 'known' || this.publication.printed.has(index) ? [] : [index],
    )
  }

  /** Two tables for every demand; throws when one is not met, which is a bug at this point. */
  witnesses(): Witness[] {
    return this.demands.map((demand) => {
      const [low, high] = SIDES.map((side) => {
        if (this.#outsiderBreach(demand, side)) throw new Error('a demand of the guarantee is not met')
        return this.publication.beliefs.find(demand, side)
      })
      return { ...demand, low: low ?? [], high: high ?? [] }
    })
  }

  /** The figures that reveal something as things stand; `tried` is the group whose printing is being tried. */
  async firstBreach(tried?: number): Promise<Breach | null> {
    const hint = tried === undefined ? undefined : this.#forbade.get(tried)
    const inOrder = (asked: readonly Demand[]): readonly Demand[] =>
      hint && asked.includes(hint) ? [hint, ...asked.filter((demand) => demand !== hint)] : asked
    const asks: (readonly [readonly Demand[], BreachOf])[] = [
      [[...this.demands, ...this.#large], this.#outsiderBreach.bind(this)],
      [this.#insiders, this.#insiderBreach.bind(this)],
    ]
    for (const [asked, breachOf] of asks)
      for (const demand of inOrder(asked)) {
        await this.#rest()
        for (const side of sidesOf(demand)) {
          const breach = breachOf(demand, side)
          if (breach) return breach
        }
      }
    for (const demand of this.#withheld) {
      const breach = this.#exactly(demand)
      if (breach) return breach
    }
    return null
  }

  dispose(): void {
    this.publication.dispose()
  }

  /** Lets others have their turn when the solver was asked something since. */
  async #rest(): Promise<void> {
    if (this.#questions === this.#rested) return
    this.#rested = this.#questions
    await this.#pace()
  }

  #extras(): number[] {
    return this.hiddenGroups().filter((index) => !this.#mustHide.has(index))
  }

  #cost(): number {
    return this.#extras().reduce((sum, index) => sum + (this.groups[index]?.ids.length ?? 0), 0)
  }

  #outsiderBreach(demand: Demand, side: Side): Breach | null {
    if (this.publication.beliefs.find(demand, side) || this.#isSeenLarge(demand)) return null
    if (this.#waived.has(keyOf(-1, demand, side))) return null
    const extreme = this.#ask(demand, side, [], demand)
    return extreme && extreme.value < demand.safeFrom ? { demand, side, own: [], extreme } : null
  }

  /** Something large that is printed lies within it. */
  #isSeenLarge({ largeWithin }: Demand): boolean {
    return largeWithin.some((group) => this.publication.printed.has(group))
  }

  /** That a number is known exactly of which only a range was printed. */
  #exactly(demand: Demand): Breach | null {
    if (this.#waived.has(keyOf(-1, demand, 'max'))) return null
    if (SIDES.some((side) => this.publication.beliefs.find(demand, side))) return null
    if (!this.#ask(demand, 'min', [], demand)) return null
    const extreme = this.#ask(demand, 'max', [], demand)
    return extreme && { demand, side: 'max', own: [], extreme }
  }

  #insiderBreach(demand: Demand, side: Side): Breach | null {
    // What nothing is printed beside is as open to her as declarations leave it.
    if (!demand.group || this.publication.printed.size === 0) return null
    const { bits } = demand.group
    const others = this.#people.filter(
      (atom) => !bits.has(atom) && !this.#waived.has(keyOf(atom, demand, side)),
    )
    return this.#serve(demand, side, others)
  }

  /** Finds tables in which all of these melders are present, or each half of them, and so on down to one. */
  #serve(demand: Demand, side: Side, own: readonly number[]): Breach | null {
    const reachFor = (atom: number): Reach => this.#ownReach.get(keyOf(atom, demand, side)) ?? demand
    const open = this.publication.beliefs.unserved(demand, side, own, reachFor)
    const [first] = open
    if (first === undefined) return null
    if (open.length === 1) {
      if (!this.#ask(demand, side, open, reachFor(first))) return null
      const reach = this.#reachBesides(demand, first)
      this.#ownReach.set(keyOf(first, demand, side), reach)
      const extreme = this.#ask(demand, side, open, reach)
      return extreme && { demand, side, own: open, extreme }
    }
    if (!this.#ask(demand, side, open, demand)) return null
    const half = Math.ceil(open.length / 2)
    return this.#serve(demand, side, open.slice(0, half)) ?? this.#serve(demand, side, open.slice(half))
  }

  /** Null when some table reaches far enough, which is then kept; else how far they go. */
  #ask({ members }: Demand, side: Side, own: readonly number[], reach: Reach): Extreme | null {
    this.#questions += 1
    const goal = side === 'min' ? reach.reachLow : reach.reachHigh
    const extreme = this.publication.extreme(members, side, own, goal)
    if (extreme.table === null || !reaches(reach, side, extreme.value)) return extreme
    this.publication.beliefs.add(extreme.table)
    return null
  }

  /** What declarations and a melder's knowledge of herself leave open. */
  #reachBesides(demand: Demand, own: number): Reach {
    const [least = 0, most = 0] = SIDES.map(
      (side) => this.publication.declaredExtreme(demand.members, side, [own]).value,
    )
    return reachOf(demand, this.#threshold, least, most)
  }

  #hideOneOf(breach: Breach): boolean {
    const [cheapest] = this.#recipeOf(breach)
      .filter((index) => this.groups[index]?.standing === 'open')
      .sort((a, b) => this.#order.compare(a, b))
    if (cheapest === undefined) return false
    this.publication.hide(cheapest)
    return true
  }

  /** How far the interval of a breach should have reached. */
  reachFor({ demand, side, own: [first] }: Breach): Reach {
    return (first === undefined ? undefined : this.#ownReach.get(keyOf(first, demand, side))) ?? demand
  }

  #recipeOf(breach: Breach): number[] {
    return this.publication.recipeOf({ ...breach, members: breach.demand.members }, this.reachFor(breach))
  }
}
