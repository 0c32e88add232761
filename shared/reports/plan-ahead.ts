import { calendarDate } from '../calendar/calendar-date.ts'
import { type CountedMelder } from '../casework/melders.ts'
import { type Id, idFrom } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { LEDGER_START, ledgerEntries, type LedgerFigure } from '../statistics/ledger.ts'
import { type ReportSettings } from '../statistics/presets.ts'
import { protectReport } from '../statistics/protect-report.ts'
import { type ProtectedReport } from '../statistics/protected-report.ts'
import { type Released, type ReportRefusal } from '../statistics/released.ts'
import { type HalfYear, type ReportPeriod } from '../statistics/report-period.ts'
import { type GateRun } from '../statistics/search-limits.ts'
import { type ReportChoices } from './report-choices.ts'
import { type PlannedTable, type PlannedYear } from './planned-year.ts'
import { askedOfGate, type OwnedPlace } from './report-dimensions.ts'
import { wholeYear } from './reported-time.ts'

export type PlanRequest = {
  organisationId: Id
  settings: ReportSettings
  choices: ReportChoices
  locations: readonly OwnedPlace[]
  /** Past years, each with everybody who counted in it. */
  years: readonly { year: number; melders: readonly CountedMelder[] }[]
  secret: Uint8Array
}

/**
 * Before a year begins: which figures of half-years would have stood in the way of which figures of the year, had past
 * years been reported so. It asks the gate itself, so it costs as much as some ten reports for each year. The choice
 * of what is hidden is drawn anew, so it tells what to expect and not what will be.
 */
export async function planAhead(
  request: PlanRequest,
  run: GateRun = {},
): Promise<PlannedYear[] | ReportRefusal> {
  const planned: PlannedYear[] = []
  for (const { year, melders } of request.years) {
    const ask = (period: ReportPeriod, ledger: readonly LedgerFigure[]) =>
      gateFor(request, melders, period, ledger, run)
    const alone = await ask(wholeYear(year), [])
    if (isRefusal(alone)) return alone
    const parts: { half: HalfYear; dimension: string; figures: LedgerFigure[] }[] = []
    for (const half of ['first-half', 'second-half'] as const) {
      const released = await ask({ year, half }, [])
      if (isRefusal(released)) return released
      parts.push(...partsOf(released.report, half === 'first-half' ? `${year}-1` : `${year}-2`))
    }
    const after = rowsShown(
      await ask(
        wholeYear(year),
        parts.flatMap(({ figures }) => figures),
      ),
    )
    const lost = [...rowsShown(alone)].flatMap(([dimension, rowsAlone]): PlannedTable[] => {
      const rowsAfterHalves = after.get(dimension) ?? 0
      return rowsAfterHalves < rowsAlone ? [{ dimension, rowsAlone, rowsAfterHalves, blockedBy: [] }] : []
    })
    if (lost.length > 0)
      for (const { half, dimension, figures } of parts) {
        const shown = rowsShown(await ask(wholeYear(year), figures))
        for (const table of lost)
          if ((shown.get(table.dimension) ?? 0) < table.rowsAlone) table.blockedBy.push({ half, dimension })
      }
    planned.push({ year, lost })
  }
  return planned
}

/** Reports that are never made need names all the same. */
const IDS = {
  year: idFrom(new Uint8Array(26).fill(1)),
  'first-half': idFrom(new Uint8Array(26).fill(2)),
  'second-half': idFrom(new Uint8Array(26).fill(3)),
}

function gateFor(
  { organisationId, settings, choices, locations, secret }: PlanRequest,
  melders: readonly CountedMelder[],
  period: ReportPeriod,
  ledger: readonly LedgerFigure[],
  run: GateRun,
): Promise<Released | ReportRefusal> {
  const asked = askedOfGate(choices, period, locations)
  const reportId = IDS['year' in period ? (period.half ?? 'year') : 'year']
  return protectReport(
    { organisationId, reportId, period, settings, melders, ...asked, use: [], ledger, secret },
    run,
  )
}

/** How many numbers each table holds; a refused report has none. */
function rowsShown(released: Released | ReportRefusal): ReadonlyMap<string, number> {
  if (isRefusal(released)) return new Map()
  return new Map(
    released.report.tables.map(({ dimension, rows }) => [
      dimension,
      rows.filter(({ value }) => value !== 'hidden').length,
    ]),
  )
}

/** What a half-yearly report would write into the ledger, table by table. */
function partsOf(report: ProtectedReport, half: HalfYear) {
  const handover = { recipient: '', document: '', settledOn: calendarDate('2000-01-01') }
  const figures = ledgerEntries(report, handover, LEDGER_START)
  return [...new Set(figures.map(({ dimension }) => dimension))].map((dimension) => ({
    half,
    dimension,
    figures: figures.filter((figure) => figure.dimension === dimension),
  }))
}
