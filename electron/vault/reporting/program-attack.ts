import { type AttackOnFile, type FigureInFile, type ProgramTable } from '#shared/contracts/attack-commands.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { countOut, type ProgramAttack } from '#shared/statistics/attack/counted-out.ts'
import { type CountedTable } from '#shared/statistics/attack/counted-table.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { protectReport, type ReportRequest } from '#shared/statistics/protect-report.ts'
import { categoriesOf, type ReportDimension, type ReportMelder } from '#shared/statistics/report-dimension.ts'
import { type HalfYear, halvesOf } from '#shared/statistics/report-period.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { rangeOf } from '#shared/statistics/report-total.ts'
import { TIME } from '#shared/statistics/report-time.ts'
import { Cancelled, paceOf } from '#shared/statistics/search-limits.ts'
import { type ComputationRun } from './computations.ts'

/** What is left to somebody who knows the program: the file, how it is made, and everything but the secret. */
export type ProgramAttacker = {
  report: AnnualReport
  request: ReportRequest
  /** The figures of this period that stand in the file. */
  figures: readonly FigureInFile[]
  /** Figures that were handed out in other documents count some of the same half-years. */
  hasEarlierFigures: boolean
  truth: ((dimension: string, categories: readonly string[]) => { value: number; marked: boolean }) | null
  run: ComputationRun
}

type PlayedTable = ProgramTable & {
  tried: number
  findings: readonly { about: string; min: number; max: number }[]
}

/**
 * L3, table by table: the gate itself is run on tables that the file leaves open, with secrets of its own, until it is
 * clear which of them it could have printed. The people in them are made up and differ in this one table alone.
 */
export async function attackByProgram(
  attacker: ProgramAttacker,
): Promise<{ attack: AttackOnFile; tables: ProgramTable[] }> {
  const { report, request, run } = attacker
  const { total } = report.figures
  const broken = request.dimensions.filter((one) => categoriesOf(one).length > 1)
  const played: PlayedTable[] = []
  if (total.shown !== 'exact') played.push(await attackRange(attacker))
  else
    for (const [index, dimension] of broken.entries()) {
      const { name } = dimension
      const onProgress: ComputationRun['onProgress'] = (done, all) => {
        run.onProgress(index + done / all, broken.length)
      }
      const isCrossed = report.figures.crossTables.some(({ dimensions }) => dimensions.includes(name))
      const notTried = attacker.hasEarlierFigures ? 'earlier-figures' : isCrossed ? 'crossed' : null
      played.push(
        notTried === null
          ? {
              dimension: name,
              ...(await attackTable({ ...attacker, run: { ...run, onProgress } }, dimension, total.value)),
            }
          : { dimension: name, outcome: notTried, tried: 0, findings: [] },
      )
    }
  const outcomes = new Set(played.map(({ outcome }) => outcome))
  return {
    tables: played.map(({ dimension, outcome }) => ({ dimension, outcome })),
    attack: {
      level: 'L3',
      verdict: verdictOf(outcomes),
      questions: played.reduce((sum, { tried }) => sum + tried, 0),
      findings: played.flatMap(({ dimension, findings }) =>
        findings.map(({ about, min, max }) => ({
          about: { dimension, categories: JSON.parse(about) as string[] },
          min,
          max: Number.isFinite(max) ? max : null,
        })),
      ),
    },
  }
}

/** A table that was not gone through to the end leaves the whole undecided; one that was not tried does not. */
function verdictOf(outcomes: ReadonlySet<ProgramTable['outcome']>): AttackOnFile['verdict'] {
  if (outcomes.has('broken')) return 'broken'
  if (outcomes.has('too-many')) return 'given-up'
  return outcomes.has('withstood') ? 'withstood' : 'not-played'
}

function attackTable(
  { report, request, figures, truth, run }: ProgramAttacker,
  dimension: ReportDimension,
  people: number,
): Promise<ProgramAttack> {
  const { name } = dimension
  const rows = figures.flatMap(({ categories, value, ...figure }) =>
    figure.dimension === name && figure.crossing === undefined && typeof value !== 'object'
      ? [{ categories, value }]
      : [],
  )
  const told = (use: 'some' | 'none'): string[] =>
    name === TIME ? request.use.filter((one) => one.use === use).map(({ period }) => period) : []
  const printed = canonicalJson([sorted(rows), givenUp(report.figures, name)])
  const counted: CountedTable = {
    dimension,
    rows,
    people,
    empty: told('none'),
    used: told('some'),
    threshold: report.figures.threshold,
    truth: truth && ((categories) => truth(name, categories)),
    printsThis: async (counts, secret) => {
      const melders = [...counts].flatMap(([category, count]) =>
        Array.from({ length: count }, (): ReportMelder => ({ [name]: category })),
      )
      const made = await printedOf(
        { report, request, run },
        melders,
        { dimensions: [dimension], crossTables: [] },
        secret,
      )
      const table = made?.tables.find((one) => one.dimension === name)?.rows ?? []
      return (
        made !== null &&
        canonicalJson([sorted(table.length > 1 ? table : []), givenUp(made, name)]) === printed
      )
    },
    pace: paceOf(run, false),
    onProgress: run.onProgress,
  }
  return countOut(counted)
}

/** Of a total that is a range: whether the program prints the very same for every number in it. */
async function attackRange({ report, request, hasEarlierFigures, run }: ProgramAttacker) {
  if (hasEarlierFigures)
    return { dimension: TOTAL, outcome: 'earlier-figures' as const, tried: 0, findings: [] }
  const { from, to } = rangeOf(report.figures.total)
  const pace = paceOf(run, false)
  const printed = wholeText(report.figures)
  const used = request.use.filter(({ use }) => use === 'some').length
  const most = allowedHalves(request).length > 0 ? to : 0
  const shown: number[] = []
  let tried = 0
  for (let people = Math.max(from, used); people <= most; people += 1) {
    await pace()
    run.onProgress(people - from, to - from + 1)
    const melders = Array.from({ length: people }, () =>
      Object.fromEntries(
        request.dimensions
          .filter(({ name }) => name !== TIME)
          .map((one) => [one.name, categoriesOf(one)[0] ?? '']),
      ),
    )
    const made = await printedOf({ report, request, run }, melders, request, tried)
    tried += 1
    if (made !== null && wholeText(made) === printed) shown.push(people)
  }
  const [min, max] = [shown.at(0), shown.at(-1)]
  if (min === undefined || max === undefined)
    return { dimension: TOTAL, outcome: 'printed-otherwise' as const, tried, findings: [] }
  if (shown.length === tried) return { dimension: TOTAL, outcome: 'withstood' as const, tried, findings: [] }
  return { dimension: TOTAL, outcome: 'broken' as const, tried, findings: [{ about: '[]', min, max }] }
}

/** All that a file says of a report without tables. */
function wholeText({ total, tables, whatWasGivenUp, proof }: AnnualReport['figures']): string {
  return canonicalJson([total, tables, whatWasGivenUp, proof.witnesses, proof.figures])
}

/** What the gate makes of made-up people; null when it refuses them. */
async function printedOf(
  { report, request, run }: Pick<ProgramAttacker, 'report' | 'request' | 'run'>,
  people: readonly ReportMelder[],
  tables: Pick<ReportRequest, 'dimensions' | 'crossTables'>,
  secret: number,
) {
  const { preset, threshold } = report.figures
  const halves = allowedHalves(request)
  const answer = await protectReport(
    {
      ...request,
      settings: { preset, threshold, reason: request.settings.reason ?? 'settled' },
      melders: people.map((melder, index) => ({
        accusedLink: null,
        organisationId: request.organisationId,
        [TIME]: halves[index % halves.length] ?? null,
        ...melder,
      })),
      dimensions: tables.dimensions,
      crossTables: tables.crossTables,
      ledger: [],
      secret: new Uint8Array(32).fill(secret + 1),
    },
    { signal: run.signal, pause: run.pause },
  )
  if (!('refused' in answer)) return answer.report
  if (answer.refused === 'superseded') throw new Cancelled()
  return null
}

/** The half-years in which somebody may have come, those first in which invoices tell that somebody did. */
function allowedHalves({ period, use }: ReportRequest): HalfYear[] {
  const told = (half: HalfYear) => use.find((one) => one.period === half)?.use
  const halves = halvesOf(period).filter((half) => told(half) !== 'none')
  return [...halves].sort((a, b) => Number(told(b) === 'some') - Number(told(a) === 'some'))
}

function givenUp({ whatWasGivenUp }: AnnualReport['figures'], name: string) {
  return whatWasGivenUp
    .filter(({ dimension, crossedWith }) => dimension === name && crossedWith === undefined)
    .map(({ fate, reason }) => [fate, reason])
}

function sorted(rows: readonly { categories: readonly string[]; value: number | 'hidden' }[]): string[] {
  return rows.map(({ categories, value }) => canonicalJson([[...categories].sort(), value])).sort()
}
