import { LEDGER_START, ledgerEntries, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import type { Preset } from '#shared/statistics/presets.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'
import { timeDimension } from '#shared/statistics/report-time.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import { earlierReportId, organisationId, reportId } from './report-of.ts'

/** How many came inside and outside in the first half of a year, and in the second. */
type World = readonly [inFirst: number, outFirst: number, inSecond: number, outSecond: number]

const THRESHOLD = 5
const ROLES = {
  name: 'role',
  ladder: [[['inside'], ['outside']], [['inside', 'outside']]],
}
const QUANTITIES: readonly ((world: World) => number)[] = [
  ([a]) => a,
  ([, b]) => b,
  ([, , c]) => c,
  ([, , , d]) => d,
  ([a, b]) => a + b,
  ([, , c, d]) => c + d,
  ([a, , c]) => a + c,
  ([, b, , d]) => b + d,
]

/**
 * Plays somebody who knows the program and its secret choice: prints the report of the first half-year and then that of
 * the year for every way in which so many people can be divided, and looks at all ways that come out alike. Resolves
 * with those outcomes that tell of a small number more than what was declared.
 */
export async function tellingHistories(
  preset: Preset,
  year: number,
  firstHalves: readonly number[],
): Promise<readonly string[]> {
  const worlds = firstHalves.flatMap((first) => divisions(first, year))
  const alike = new Map<string, World[]>()
  for (const world of worlds) {
    const outcome = await reported(preset, world)
    alike.set(outcome, [...(alike.get(outcome) ?? []), world])
  }
  return [...alike].flatMap(([outcome, possible]) => {
    const declared = worlds.filter((world) => declaredOf(preset, world) === declaredOf(preset, possible[0]))
    const tells = QUANTITIES.some((count) => {
      const left = possible.map(count)
      const known = declared.map(count)
      const isSmall = left.some((value) => value < THRESHOLD)
      const reach = Math.min(THRESHOLD, Math.max(...known))
      return isSmall && (Math.min(...left) > Math.min(...known) || Math.max(...left) < reach)
    })
    return tells ? [`${outcome}: ${JSON.stringify(possible)}`] : []
  })
}

function divisions(first: number, year: number): World[] {
  const all: World[] = []
  for (let inFirst = 0; inFirst <= first; inFirst += 1)
    for (let inSecond = 0; inSecond <= year - first; inSecond += 1)
      all.push([inFirst, first - inFirst, inSecond, year - first - inSecond])
  return all
}

/** What the totals alone say of the first half of the year. */
function declaredOf(preset: Preset, [a, b]: World = [0, 0, 0, 0]): number {
  return preset === 'careful' ? Math.floor((a + b) / 5) : a + b
}

async function reported(preset: Preset, [a, b, c, d]: World): Promise<string> {
  const of = (count: number, role: string, time: string): ReportMelder[] =>
    Array.from({ length: count }, () => ({ role, time, accusedLink: null }))
  const first = [...of(a, 'inside', '2025-1'), ...of(b, 'outside', '2025-1')]
  const all = [...first, ...of(c, 'inside', '2025-2'), ...of(d, 'outside', '2025-2')]
  const before = await printed(preset, { year: 2025, half: 'first-half' }, first, [])
  if ('refused' in before) return before.refused
  const handedOver = {
    recipient: 'HR',
    document: 'halfjaarrapportage',
    settledOn: calendarDate('2025-08-01'),
  }
  const ledger = ledgerEntries(before.report, handedOver, LEDGER_START)
  const after = await printed(preset, { year: 2025, half: null }, all, ledger)
  return JSON.stringify([before, after].map((one) => ('refused' in one ? one.refused : seenIn(one.report))))
}

type Printed = Awaited<ReturnType<typeof protectReport>>

function printed(
  preset: Preset,
  period: ReportPeriod,
  melders: readonly ReportMelder[],
  ledger: readonly LedgerFigure[],
): Promise<Printed> {
  const isHalf = 'half' in period && period.half !== null
  return protectReport({
    organisationId,
    reportId: isHalf ? earlierReportId : reportId,
    period,
    settings: { preset },
    melders: [...melders],
    dimensions: [ROLES, ...(isHalf ? [] : [timeDimension(period)])],
    crossTables: [],
    use: [],
    ledger: [...ledger],
    secret: new Uint8Array(32).fill(7),
  })
}

/** Everything that a reader sees of it. */
function seenIn(report: Extract<Printed, { report: unknown }>['report']): unknown {
  return [report.total, report.tables, report.whatWasGivenUp, report.proof.figures, report.proof.witnesses]
}
