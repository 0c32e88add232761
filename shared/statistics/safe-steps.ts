import { meets } from './atom-space.ts'
import type { Threshold } from './presets.ts'
import { isMarked, type Partition, type ReportDimension, type ReportMelder } from './report-dimension.ts'

/** Those whom a report counts, and k; `leastInRow` where a row needs more than that. */
export type CountedSteps = {
  melders: readonly ReportMelder[]
  threshold: Threshold
  leastInRow?: number | undefined
}

/**
 * The first step from `from` on whose rows may all be printed; null when only everything in one is left. In a row that
 * was asked for together with another dimension (`isCrossed`) exactly k is too few, as in a merged one.
 */
export function safeStep(
  { name, ladder }: ReportDimension,
  counted: CountedSteps,
  from: number,
  isCrossed: boolean,
): number | null {
  const step = ladder.findIndex(
    (partition, index) =>
      index >= from && partition.every((row) => isSafe(counted, isCrossed || row.length > 1, [[name, row]])),
  )
  return step === -1 || ladder[step]?.length === 1 ? null : step
}

/** More steps than this are not tried for one cross table. */
const MOST_STEPS = 6

/**
 * The ways to cross two dimensions from these steps on, finest first by the number of cells that were declared. Left
 * out are those of which more than half has to be hidden whatever is done: every line with a small value in it needs a
 * second value hidden, because the line's own total is printed.
 */
export function crossSteps(
  [one, fromOne]: readonly [ReportDimension, number],
  [other, fromOther]: readonly [ReportDimension, number],
  counted: CountedSteps,
): { rows: Partition; columns: Partition }[] {
  const partitions = ({ ladder }: ReportDimension, from: number): Partition[] =>
    ladder.slice(from).filter((partition) => partition.length > 1)
  return partitions(one, fromOne)
    .flatMap((rows) => partitions(other, fromOther).map((columns) => ({ rows, columns })))
    .sort((a, b) => b.rows.length * b.columns.length - a.rows.length * a.columns.length)
    .filter(({ rows, columns }) => {
      const small = rows.map((row) =>
        columns.map(
          (column) =>
            !isSafe(counted, row.length * column.length > 1, [
              [one.name, row],
              [other.name, column],
            ]),
        ),
      )
      const across = columns.map((_, column) => small.map((line) => line[column] ?? false))
      return 2 * Math.max(hiddenAtLeast(small), hiddenAtLeast(across)) <= rows.length * columns.length
    })
    .slice(0, MOST_STEPS)
}

function hiddenAtLeast(lines: readonly (readonly boolean[])[]): number {
  return lines.reduce((sum, line) => {
    const small = line.filter(Boolean).length
    return sum + (small === 1 ? 2 : small)
  }, 0)
}

/**
 * In a merged group of exactly k, one melder knows that the others are fewer than k. Where several advisors count, each
 * knows her own people, so what remains for her must be enough: of 21 in a row, a colleague with 20 of them would
 * read the one that is left.
 */
function isSafe(
  { melders, threshold, leastInRow = 0 }: CountedSteps,
  isMerged: boolean,
  condition: readonly (readonly [string, readonly string[]])[],
): boolean {
  const inside = melders.filter((melder) => meets(melder, new Map(condition)))
  const least = isMerged ? threshold + 1 : threshold
  const isEnough = (seen: readonly ReportMelder[]): boolean =>
    seen.length >= least && !isMarked(seen, threshold)
  return (
    inside.length >= leastInRow &&
    isEnough(inside) &&
    advisorsOf(melders).every((one) => isEnough(inside.filter((melder) => countedBy(melder) !== one)))
  )
}

/** Those who counted these people, where they are several; else nobody, since there is nobody to keep them from. */
export function advisorsOf(melders: readonly ReportMelder[]): readonly (string | null)[] {
  const advisors = [...new Set(melders.map(countedBy))]
  return advisors.length > 1 ? advisors : []
}

function countedBy(melder: ReportMelder): string | null {
  return melder['countedBy'] ?? null
}
