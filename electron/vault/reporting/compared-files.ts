import { type FigureInFile, type FileFigures } from '#shared/contracts/attack-commands.ts'
import { type CountedSet } from '#shared/statistics/attack/counted-set.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { type LedgerValue, TOTAL } from '#shared/statistics/ledger.ts'
import { periodKey } from '#shared/statistics/report-period.ts'
import { isAddedUp } from './added-up.ts'

/** A figure as the attack takes it: read from a file, or handed out before. */
export type Figure = CountedSet & { value: LedgerValue }

/** A figure that was handed out, in some report. */
export type Released = Figure & { reportId: string }

/** How a file differs from what was handed out: figures that never were, and figures of this report that it lacks. */
export type ComparedFile = { file: FileFigures['file']; notInLedger: Figure[]; notInFile: Figure[] }

/** Equal exactly for figures that count the same people and say the same. */
export function keyOf({ period, dimension, categories, crossing, among, value }: Figure): string {
  const other = crossing && [crossing.dimension, [...crossing.categories].sort()]
  return canonicalJson([
    periodKey(period),
    dimension,
    [...categories].sort(),
    other ?? null,
    [...(among ?? [])].sort(),
    value,
  ])
}

/** Each figure once. */
export function distinct<One extends Figure>(figures: readonly One[]): One[] {
  return [...new Map(figures.map((figure) => [keyOf(figure), figure])).values()]
}

/**
 * How a file differs from what was handed out, in no more and no less: `handedOut` is everything that ever was, `ofThis`
 * what this report is. A table of one row says what the total says, and is not printed.
 */
export function compared(
  file: FileFigures['file'],
  read: readonly Figure[],
  handedOut: readonly Released[],
  ofThis: readonly Released[],
): ComparedFile {
  const inThis = new Set(read.map(keyOf))
  const known = new Set(handedOut.map(keyOf))
  const rows = (dimension: string) =>
    new Set(
      ofThis
        .filter((one) => one.dimension === dimension && !one.crossing)
        .map(({ categories }) => String(categories)),
    ).size
  const missing = ofThis.filter(
    (one) =>
      !inThis.has(keyOf(one)) &&
      (one.crossing !== undefined || one.dimension === TOTAL || rows(one.dimension) > 1),
  )
  return {
    file,
    notInLedger: read.filter(
      (figure) => !known.has(keyOf(figure)) && !isAddedUp(figure, ofTheSame(figure, handedOut)),
    ),
    notInFile: distinct(missing),
  }
}

/** Those that count the same organisations. */
function ofTheSame({ among }: Figure, handedOut: readonly Released[]): Released[] {
  const own = [...(among ?? [])].sort().join()
  return handedOut.filter((one) => [...(one.among ?? [])].sort().join() === own)
}

/** A figure as files and answers hold it; nobody is named where it counts everybody in the report. */
export function inFile({ value, ...set }: Figure, everybody: readonly string[] = []): FigureInFile {
  return { ...setInFile(set, everybody), value }
}

/** What a figure counts, in the same form. */
export function setInFile(
  { period, dimension, categories, crossing, among }: CountedSet,
  everybody: readonly string[] = [],
): Omit<FigureInFile, 'value'> {
  const isEverybody = among?.length === everybody.length && among.every((one) => everybody.includes(one))
  return {
    period,
    dimension,
    categories: [...categories],
    ...(crossing && { crossing: { dimension: crossing.dimension, categories: [...crossing.categories] } }),
    ...(among === undefined || isEverybody ? {} : { among: [...among] }),
  }
}
