import { sumOver } from '../attacker-knowledge.ts'
import type { Pace } from '../pace.ts'
import { categoriesOf, type ReportDimension } from '../report-dimension.ts'
import type { AttackFinding, AttackTarget } from './attacked-figures.ts'
import { needed } from './attacker.ts'
import { PossibleTables } from './possible-tables.ts'

/** A one-way table as it stands in a file; without rows where the file has none. */
export type PrintedRows = readonly { categories: readonly string[]; value: number | 'hidden' }[]

/** What somebody tries who knows the program and not its secret. */
export type CountedTable = {
  dimension: ReportDimension
  rows: PrintedRows
  /** How many people there are, which is known. */
  people: number
  /** Categories in which there can be nobody. */
  empty: readonly string[]
  /** Categories in which there is somebody. */
  used: readonly string[]
  threshold: number
  /** The true count of a group, where it may be asked. */
  truth: ((categories: readonly string[]) => { value: number; marked: boolean }) | null
  /** Lets the program print so many people by category, with one of its possible secrets; true when it prints this file. */
  printsThis: (counts: ReadonlyMap<string, number>, secret: number) => Promise<boolean>
  pace: Pace
  /** Told for how many demands tables were found, of how many. */
  onProgress: (done: number, total: number) => void
}

/**
 * What came of it. `withstood`: for every small group tables were found that the program prints just like this, with
 * nobody in it and with k. `broken`: all tables were tried and some group has none such. `too-many`: there are more than
 * can be tried, and among those that were tried a group had none. `printed-otherwise`: no table is printed like this.
 */
export type ProgramAttack = {
  outcome: 'withstood' | 'broken' | 'too-many' | 'printed-otherwise'
  /** How many tables the program was let print. */
  tried: number
  findings: AttackFinding[]
}

/** More tables than this are not laid out; then so many are drawn from all. */
const MOST_TABLES = 4000
/** How often the program is run for one table of a file. */
const MOST_RUNS = 1200
/** How many of its possible secrets are tried for one possible table. */
const SECRETS = 6

type Need = {
  target: AttackTarget
  side: 'min' | 'max'
  reach: number
  declared: { min: number; max: number }
}

/**
 * L3 on one table: asks of the tables that a file leaves open which of them the program could have printed like this.
 * A group that has two of those, with nobody and with k people in it, tells nothing; so it tries those first that speak
 * for many groups, and stops when there are two for each.
 */
export async function countOut(table: CountedTable): Promise<ProgramAttack> {
  const categories = categoriesOf(table.dimension)
  const open = new PossibleTables(sumsOf(table, categories))
  const used = table.used.map((category) => categories.indexOf(category))
  const candidates = [...open.some(MOST_TABLES, drawn())].filter((counts) =>
    used.every((category) => (counts[category] ?? 0) > 0),
  )
  let needs = needsOf(table, categories)
  const asked = needs.length
  const shown: number[][] = []
  let runs = 0
  const meets = (counts: readonly number[], { target, side, reach }: Need): boolean => {
    const sum = sumOver(counts, target.members)
    return side === 'min' ? sum <= reach : sum >= reach
  }
  const met = (counts: readonly number[]): number => needs.filter((need) => meets(counts, need)).length
  const left = new Set(candidates)
  while (needs.length > 0 && runs < MOST_RUNS) {
    const [next] = [...left]
      .map((counts) => ({ counts, met: met(counts) }))
      .reduce<{ counts: number[]; met: number }[]>(
        ([best], one) => (best === undefined || one.met > best.met ? [one] : [best]),
        [],
      )
    if (next === undefined || next.met === 0) break
    left.delete(next.counts)
    const named = new Map(categories.map((category, index) => [category, next.counts[index] ?? 0]))
    for (let secret = 0; secret < SECRETS && runs < MOST_RUNS; secret += 1) {
      await table.pace()
      runs += 1
      if (!(await table.printsThis(named, secret))) continue
      shown.push(next.counts)
      needs = needs.filter((need) => !meets(next.counts, need))
      table.onProgress(asked - needs.length, asked)
      break
    }
  }
  if (needs.length === 0) return { outcome: 'withstood', tried: runs, findings: [] }
  if (open.count > MOST_TABLES || runs >= MOST_RUNS) return { outcome: 'too-many', tried: runs, findings: [] }
  if (shown.length === 0) return { outcome: 'printed-otherwise', tried: runs, findings: [] }
  const targets = needs.filter(
    ({ target }, index) => needs.findIndex((other) => other.target === target) === index,
  )
  return { outcome: 'broken', tried: runs, findings: targets.map((need) => finding(need, shown)) }
}

/** What the file says of the people in each row; those of hidden rows are known together. */
function sumsOf({ rows, people, empty }: CountedTable, categories: readonly string[]) {
  const indices = (row: readonly string[]): number[] =>
    row.filter((category) => !empty.includes(category)).map((category) => categories.indexOf(category))
  const shown = rows.flatMap((row) => (row.value === 'hidden' ? [] : [{ ...row, value: row.value }]))
  const named = new Set(shown.flatMap((row) => row.categories))
  const others = categories.filter((category) => !named.has(category))
  const rest = people - shown.reduce((sum, { value }) => sum + value, 0)
  return [
    ...shown.map((row) => ({ categories: indices(row.categories), sum: row.value })),
    { categories: indices(others), sum: rest },
  ]
}

/** Two demands for every group of the ladder that must stay open, and for what is left of one beside a smaller one. */
function needsOf(
  { dimension, people, empty, used, threshold, truth }: CountedTable,
  categories: readonly string[],
): Need[] {
  const groups = [
    ...new Map(dimension.ladder.flat().map((group) => [[...group].sort().join(), group])).values(),
  ]
  const declared = (members: readonly string[]): { min: number; max: number } => {
    const others = used.filter((category) => !members.includes(category)).length
    const isEmpty = members.every((category) => empty.includes(category))
    const isAll = categories.every((category) => members.includes(category) || empty.includes(category))
    const least = used.filter((category) => members.includes(category)).length
    return { min: isAll ? people : least, max: isEmpty ? 0 : people - others }
  }
  const target = (
    id: string,
    members: readonly string[],
    counted: { value: number; marked?: boolean } | null,
  ) => ({
    target: { id, members: members.map((category) => categories.indexOf(category)), ...counted },
    declared: declared(members),
  })
  const cells = groups.map((group) => target(JSON.stringify(group), group, truth?.(group) ?? null))
  const remainders = groups.flatMap((whole) =>
    groups
      .filter((part) => part.length < whole.length && part.every((category) => whole.includes(category)))
      .map((part) => {
        const rest = whole.filter((category) => !part.includes(category))
        return target(JSON.stringify(rest), rest, truth && { value: truth(whole).value - truth(part).value })
      }),
  )
  const seen = new Set<string>()
  return [...cells, ...remainders].flatMap((one): Need[] => {
    const key = [...one.target.members].sort((a, b) => a - b).join()
    const limits = needed(one.target, threshold, one.declared)
    if (limits === null || seen.has(key)) return []
    seen.add(key)
    const sides = [
      { ...one, side: 'min' as const, reach: limits.reachLow },
      { ...one, side: 'max' as const, reach: limits.reachHigh },
    ]
    return sides.filter(({ reach }) => Number.isFinite(reach))
  })
}

function finding({ target, declared }: Need, shown: readonly (readonly number[])[]): AttackFinding {
  const sums = shown.map((counts) => sumOver(counts, target.members))
  return {
    level: 'L3',
    about: target.id,
    min: sums.length === 0 ? declared.min : Math.min(...sums),
    max: sums.length === 0 ? declared.max : Math.max(...sums),
    declaredMin: declared.min,
    declaredMax: declared.max,
    terms: [],
    divisor: 1,
    adds: false,
  }
}

/** Numbers from 0 to 1 that look drawn and are the same every time: a check that is repeated says the same. */
function drawn(): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
