import { printedTotal, type Preset, type ReportTotal } from './presets.ts'
import { within, without, type StrataSet } from './strata.ts'

/** A total that was handed out as a number. */
export type ExactTotal = { strata: StrataSet; value: number }

/**
 * The total as the preset prints it, and never so that it gives away a number that the preset would not print: what is
 * left when totals within it are taken away, or what lies beside it within a larger one. Where it would, it is a range
 * that says no more about that rest than the preset does.
 */
export function shownTotal(
  preset: Preset,
  own: StrataSet,
  count: number,
  earlier: readonly ExactTotal[],
): ReportTotal {
  const plain = printedTotal(preset, count)
  if (plain.shown !== 'exact' || earlier.some(({ strata }) => isSame(strata, own))) return plain
  const inner = largestApart(earlier.filter(({ strata }) => within(strata, own)))
  const rest = without(own, ...inner.map(({ strata }) => strata))
  if (inner.length > 0 && rest.length > 0) {
    const taken = sum(inner)
    const { from, to } = rangeOf(printedTotal(preset, count - taken))
    if (from < to) return { shown: 'band', from: taken + from, to: taken + to }
  }
  const outer = earlier
    .filter(({ strata }) => strata.length > own.length && within(own, strata))
    .sort((a, b) => a.strata.length - b.strata.length)
  for (const { strata, value } of outer) {
    const beside = largestApart(
      earlier.filter(
        (other) => within(other.strata, strata) && without(other.strata, own).length === other.strata.length,
      ),
    )
    if (without(strata, own, ...beside.map((one) => one.strata)).length === 0) continue
    const { from, to } = rangeOf(printedTotal(preset, value - sum(beside) - count))
    const left = value - sum(beside)
    if (from < to) return { shown: 'band', from: Math.max(0, left - to), to: left - from }
  }
  return plain
}

/** Both ends of what a printed total says; equal when it is a number. */
export function rangeOf(total: ReportTotal): { from: number; to: number } {
  switch (total.shown) {
    case 'exact':
      return { from: total.value, to: total.value }
    case 'band':
      return { from: total.from, to: total.to }
    case 'below':
      return { from: 0, to: total.below - 1 }
  }
}

/** The largest of these sets that share nothing, in order of size. */
function largestApart(totals: readonly ExactTotal[]): ExactTotal[] {
  const chosen: ExactTotal[] = []
  for (const total of [...totals].sort((a, b) => b.strata.length - a.strata.length))
    if (chosen.every(({ strata }) => without(total.strata, strata).length === total.strata.length))
      chosen.push(total)
  return chosen
}

function sum(totals: readonly ExactTotal[]): number {
  return totals.reduce((all, { value }) => all + value, 0)
}

function isSame(a: StrataSet, b: StrataSet): boolean {
  return a.length === b.length && within(a, b)
}
