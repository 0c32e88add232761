import { Id } from '#shared/kernel/id.ts'
import type { CrossTableChoice, DimensionChoice } from '#shared/reports/report-choices.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { optimal } from '#shared/statistics/optimal.ts'
import { protect, type ProtectRequest } from '#shared/statistics/protect.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import type { ProtectedReport } from '#shared/statistics/protected-report.ts'
import { categoriesOf, type ReportMelder } from '#shared/statistics/report-dimension.ts'
import { dice } from '../demo/dice.ts'
import { disclosureCases } from '../test/shared/statistics/disclosure-case.ts'
import { linkedTables } from '../test/shared/statistics/linked-tables.ts'
import { rounded, timed } from './measure.ts'

const TABLES = 200
const SIZES = [25, 100, 300]
const ROUNDS = 3

const year = { year: 2025, half: null }

/** What a report shows when nothing else was chosen. */
const STANDARD: DimensionChoice[] = [
  { dimension: 'subject', from: 'main-subjects' },
  { dimension: 'role', from: 'roles' },
  { dimension: 'rung', from: 'rungs' },
  { dimension: 'outcome', from: 'outcomes' },
]

/** Published tables that can be protected, with the threshold at which their sources call a cell small. */
function published(): ProtectRequest[] {
  return disclosureCases()
    .filter(({ id }) => !id.startsWith('16'))
    .map(({ id, atoms, cells }) => ({
      atoms: atoms.map(({ value }) => value),
      cells: cells.map(({ id: cell, atoms: members, primary = false }) => ({
        id: cell,
        members,
        unsafe: primary,
      })),
      threshold: id.startsWith('03') || id.startsWith('12') ? 11 : 4,
      secret: new Uint8Array(32).fill(7),
      reportId: 'report',
    }))
}

/** How many cells are hidden for each that the cheapest pattern hides under the same guarantee; 1 where none is. */
async function ratios(requests: readonly ProtectRequest[]): Promise<Record<string, number>> {
  const found: number[] = []
  let [protectMs, optimalMs] = [0, 0]
  for (const request of requests) {
    const ours = await timed(() => protect(request))
    const best = await timed(() => optimal(request, 'G'))
    protectMs += ours.ms
    optimalMs += best.ms
    if (!ours.value.ok || !best.value.ok) continue
    found.push(best.value.hidden.length === 0 ? 1 : ours.value.hidden.length / best.value.hidden.length)
  }
  return {
    tables: found.length,
    mean: rounded(found.reduce((sum, one) => sum + one, 0) / found.length),
    worst: rounded(Math.max(...found)),
    protectMs: rounded(protectMs / requests.length),
    optimalMs: rounded(optimalMs / requests.length),
  }
}

/** Melders of the standard report, the first categories of each dimension oftener than the last. */
function invented(count: number): ReportMelder[] {
  const thrown = dice(count)
  const { dimensions } = askedOfGate({ dimensions: STANDARD, crossTables: [] }, year, [])
  return Array.from({ length: count }, (_, index) => ({
    melderLink: `melder ${index}`,
    accusedLink: null,
    ...Object.fromEntries(
      dimensions.map((dimension) => {
        const categories = categoriesOf(dimension)
        const at = Math.min(thrown.below(categories.length), thrown.below(categories.length))
        return [dimension.name, categories[at] ?? '']
      }),
    ),
  }))
}

type Gated = { ms: number; report: ProtectedReport }

/** Protection and proof of one report. */
async function gated(melders: number, round: number, crossTables: CrossTableChoice[]): Promise<Gated> {
  const { ms, value } = await timed(() =>
    protectReport({
      organisationId: Id.parse('a'.repeat(26)),
      reportId: Id.parse('b'.repeat(26)),
      period: year,
      settings: { preset: 'ordinary' },
      melders: invented(melders),
      ...askedOfGate({ dimensions: STANDARD, crossTables }, year, []),
      use: [],
      ledger: [],
      secret: new Uint8Array(32).fill(round),
    }),
  )
  if ('refused' in value) throw new Error('a report was refused')
  return { ms, report: value.report }
}

/** What a report prints: tables, cross tables, and how many of their numbers are not shown. */
function printed({ tables, crossTables }: ProtectedReport): Record<string, number> {
  const oneWay = tables.flatMap(({ rows }) => rows.map(({ value }) => value))
  const crossed = crossTables.flatMap(({ values }) => values.flat())
  const hidden = (values: readonly (number | 'hidden')[]): number =>
    values.filter((value) => value === 'hidden').length
  return {
    tables: tables.length,
    rows: oneWay.length,
    rowsHidden: hidden(oneWay),
    crossTables: crossTables.length,
    cells: crossed.length,
    cellsHidden: hidden(crossed),
  }
}

async function gateTimes(crossTables: CrossTableChoice[]): Promise<Record<string, unknown>> {
  // The first one compiles the solver.
  for (const melders of SIZES) await gated(melders, ROUNDS, crossTables)
  const times: { melders: number; ms: number; printed: Record<string, number> }[] = []
  for (const melders of SIZES) {
    const samples: Gated[] = []
    for (let round = 0; round < ROUNDS; round += 1) samples.push(await gated(melders, round, crossTables))
    const middle = samples.sort((a, b) => a.ms - b.ms)[Math.floor(ROUNDS / 2)]
    if (middle) times.push({ melders, ms: rounded(middle.ms), printed: printed(middle.report) })
  }
  const [least, most] = [times[0], times.at(-1)]
  const exponent = least && most ? Math.log(most.ms / least.ms) / Math.log(most.melders / least.melders) : NaN
  const crossTablesPrinted = times.reduce((sum, each) => sum + (each.printed['crossTables'] ?? 0), 0)
  return {
    times,
    growthExponent: rounded(exponent),
    crossTablesAsked: crossTables.length * SIZES.length,
    crossTablesPrinted,
  }
}

/** How much more the keyed search hides than the cheapest pattern, and how long protection with its proof takes. */
export async function benchStatistics(): Promise<Record<string, unknown>> {
  const generated = Array.from({ length: TABLES }, (_, index) => linkedTables(index + 1))
  return {
    hiddenToCheapest: { published: await ratios(published()), generated: await ratios(generated) },
    report: {
      standard: await gateTimes([]),
      withTwoCrossTables: await gateTimes([
        ['subject', 'role'],
        ['subject', 'rung'],
      ]),
    },
  }
}
