import type { HalfYear } from './report-period.ts'
import { type ReportMelder } from './report-dimension.ts'
import { TIME } from './report-time.ts'

/** Some strata, by index and in order. */
export type StrataSet = readonly number[]

/** One organisation in one half-year. */
export type Place = { organisationId: string; half: HalfYear }

/** Which part of the caseload a figure counts: `report` is the one that it stands in, null for the one at hand. */
export type Counting = {
  organisations: readonly string[]
  halves: readonly HalfYear[]
  report: string | null
}

/**
 * The caseload cut along organisations, half-years and versions: whatever report a figure stands in, it counts a
 * stratum whole or not at all. Somebody who was entered after a report was settled lies in strata of her own, so that
 * a corrected report can count her beside one that did not.
 */
export class Strata {
  readonly size: number
  readonly #places: readonly Place[]
  /** Reports in the order in which they were settled. */
  readonly #reports: readonly string[]
  /** After which reports somebody was entered; the first are there from the start. */
  readonly #entries: readonly (string | null)[]

  constructor(places: readonly Place[], reports: readonly string[], melders: readonly ReportMelder[]) {
    const late = new Set(melders.map(enteredAfter))
    this.#places = places
    this.#reports = reports
    this.#entries = [null, ...reports.filter((report) => late.has(report))]
    this.size = places.length * this.#entries.length
  }

  /** All strata that a figure counts. */
  counting({ organisations, halves, report }: Counting): number[] {
    return this.#places.flatMap(({ organisationId, half }, place) =>
      organisations.includes(organisationId) && halves.includes(half)
        ? this.#entries.flatMap((entry, index) =>
            this.#isBefore(entry, report) ? [place * this.#entries.length + index] : [],
          )
        : [],
    )
  }

  /** All strata of other organisations. */
  besides(organisationId: string): number[] {
    return this.#places.flatMap((one, place) =>
      one.organisationId === organisationId
        ? []
        : this.#entries.map((_, index) => place * this.#entries.length + index),
    )
  }

  /** Hers, or null when she is of an organisation or half-year that has none. */
  of(melder: ReportMelder, organisationId: string): number | null {
    const own = melder['organisationId'] ?? organisationId
    const place = this.#places.findIndex((one) => one.organisationId === own && one.half === melder[TIME])
    const entry = Math.max(0, this.#entries.indexOf(enteredAfter(melder)))
    return place < 0 ? null : place * this.#entries.length + entry
  }

  #isBefore(entry: string | null, report: string | null): boolean {
    return entry === null || report === null || this.#reports.indexOf(entry) < this.#reports.indexOf(report)
  }
}

/** True when every stratum of `inner` lies in `outer`. */
export function within(inner: StrataSet, outer: StrataSet): boolean {
  const all = new Set(outer)
  return inner.every((one) => all.has(one))
}

/** The strata of one that the others lack. */
export function without(one: StrataSet, ...others: StrataSet[]): number[] {
  const taken = new Set(others.flat())
  return one.filter((stratum) => !taken.has(stratum))
}

/** The coarsest division of `all` of which each set is made up. */
export function divided(all: StrataSet, sets: readonly StrataSet[]): number[][] {
  const lookup = sets.map((set) => new Set(set))
  const groups = new Map<string, number[]>()
  for (const stratum of all) {
    const key = lookup.map((set) => (set.has(stratum) ? '1' : '0')).join('')
    groups.set(key, [...(groups.get(key) ?? []), stratum])
  }
  return [...groups.values()]
}

/** The last report that was settled without her, null for somebody who was counted from the first. */
export function enteredAfter(melder: ReportMelder): string | null {
  return melder['enteredAfter'] ?? null
}
