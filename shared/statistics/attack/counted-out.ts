import { sumOver } from '../attacker-knowledge.ts'
import { categoriesOf } from '../report-dimension.ts'
import type { AttackFinding } from './attacked-figures.ts'
import type { CountedTable } from './counted-table.ts'
import { PossibleTables, type SharedSum } from './possible-tables.ts'
import { meets, type ProgramNeed, programNeeds, tablesNear } from './program-needs.ts'

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
const MOST_TABLES = 3000
/** How often the program is run for one table of a file. */
const MOST_RUNS = 1000
/** How many of its possible secrets are tried for one possible table. */
const SECRETS = 4

/**
 * L3 on one table: asks of the tables that a file leaves open which of them the program could have printed like this.
 * A group that has two of those, with nobody and with k people in it, tells nothing; so it tries those first that speak
 * for many groups, and stops when there are two for each. Where there are too many to try them all, tables near the true
 * one are tried first: one that is printed alike proves as much, wherever it came from.
 */
export async function countOut(table: CountedTable): Promise<ProgramAttack> {
  const categories = categoriesOf(table.dimension)
  const sums = sumsOf(table, categories)
  const open = new PossibleTables(sums)
  const needs = programNeeds(table, categories)
  const used = table.used.map((category) => categories.indexOf(category))
  const { truth } = table
  const near = truth
    ? tablesNear(
        categories.map((category) => truth([category]).value),
        sums,
        needs,
      )
    : []
  const pool = (tables: Iterable<number[]>): Set<Candidate> =>
    new Set(
      [...tables]
        .filter((counts) => used.every((category) => (counts[category] ?? 0) > 0))
        .map((counts) => ({ counts, speaksFor: needs.filter((need) => meets(counts, need)) })),
    )
  const pools = [pool(near), pool(open.some(MOST_TABLES, drawn()))]
  // Only what is hidden to protect others is drawn.
  const secrets = table.rows.some(({ value }) => value === 'hidden') ? SECRETS : 1
  const unmet = new Set(needs)
  const shown: number[][] = []
  let runs = 0
  while (unmet.size > 0 && runs < MOST_RUNS) {
    const next = mostUseful(pools, unmet)
    if (next === null) break
    const named = new Map(categories.map((category, index) => [category, next.counts[index] ?? 0]))
    for (let secret = 0; secret < secrets && runs < MOST_RUNS; secret += 1) {
      await table.pace()
      runs += 1
      if (!(await table.printsThis(named, secret))) continue
      shown.push(next.counts)
      next.speaksFor.forEach((need) => unmet.delete(need))
      table.onProgress(needs.length - unmet.size, needs.length)
      break
    }
  }
  if (unmet.size === 0) return { outcome: 'withstood', tried: runs, findings: [] }
  if (open.count > MOST_TABLES || runs >= MOST_RUNS) return { outcome: 'too-many', tried: runs, findings: [] }
  if (shown.length === 0) return { outcome: 'printed-otherwise', tried: runs, findings: [] }
  const targets = new Map([...unmet].map((need) => [need.target, need]))
  return {
    outcome: 'broken',
    tried: runs,
    findings: [...targets.values()].map((need) => finding(need, shown)),
  }
}

type Candidate = { counts: number[]; speaksFor: ProgramNeed[] }

/** Takes the one out of the first pool that speaks for most of what is not met yet; null when none speaks for anything. */
function mostUseful(pools: readonly Set<Candidate>[], unmet: ReadonlySet<ProgramNeed>): Candidate | null {
  for (const pool of pools) {
    let best: Candidate | null = null
    for (const one of pool) {
      const most = best?.speaksFor.length ?? 0
      if (one.speaksFor.length <= most) continue
      one.speaksFor = one.speaksFor.filter((need) => unmet.has(need))
      if (one.speaksFor.length > most) best = one
    }
    if (best === null) continue
    pool.delete(best)
    return best
  }
  return null
}

/** What the file says of the people in each row; those of hidden rows are known together. */
function sumsOf({ rows, people, empty }: CountedTable, categories: readonly string[]): SharedSum[] {
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

function finding({ target, declared }: ProgramNeed, shown: readonly (readonly number[])[]): AttackFinding {
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
