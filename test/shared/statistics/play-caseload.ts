import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { Id } from '#shared/kernel/id.ts'
import type { CountedSet, FoundFigure } from '#shared/statistics/attack/counted-set.ts'
import { attackFound, type FoundAttack } from '#shared/statistics/attack/found-figures.ts'
import { useToldBy, type ToldUse } from '#shared/statistics/attack/told-use.ts'
import { chained, LEDGER_START, ledgerEntries, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { presetThreshold } from '#shared/statistics/presets.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import { halvesOf } from '#shared/statistics/report-period.ts'
import { timeDimension } from '#shared/statistics/report-time.ts'
import type { ReportExplanation } from '#shared/statistics/report-explanation.ts'
import type { GeneratedCaseload } from './generated-caseload.ts'

const organisationId = Id.parse('a'.repeat(26))

const reportIdOf = (index: number): Id => Id.parse(String.fromCharCode(98 + index).repeat(26))

export type Played = {
  caseload: GeneratedCaseload
  ledger: LedgerFigure[]
  refused: string[]
  use: ToldUse[]
  explanations: { reportId: Id; explanation: ReportExplanation }[]
}

/** Hands out the reports of a generated caseload one after another, and the invoices, as the application does. */
export async function playCaseload(caseload: GeneratedCaseload): Promise<Played> {
  const { seed, preset, billing, melders, dimensions, reports, minutes } = caseload
  const lines = minutes.map(({ half, consults, other }) => ({
    half,
    minutes: billing === 'consults-alone' ? consults : consults + other,
  }))
  const use = useToldBy(
    billing,
    lines,
    lines.map(({ half }) => half),
  )
  const played: Played = { caseload, ledger: [], refused: [], use, explanations: [] }
  for (const [index, { period, crossTables }] of reports.entries()) {
    const reportId = reportIdOf(index)
    const known = melders.filter(({ late }) => late === null || late < index)
    const answer = await protectReport({
      organisationId,
      reportId,
      period,
      settings: { preset },
      melders: known.map(({ melder, late }) =>
        late === null ? melder : { ...melder, enteredAfter: reportIdOf(late) },
      ),
      dimensions: [...dimensions, timeDimension(period)],
      crossTables,
      use,
      ledger: played.ledger,
      secret: new Uint8Array(32).fill(seed % 251),
    })
    if ('refused' in answer) {
      played.refused.push(answer.refused)
      continue
    }
    const handover = { recipient: 'HR', document: 'annual-report', settledOn: calendarDate('2026-02-01') }
    played.ledger.push(...ledgerEntries(answer.report, handover, played.ledger.at(-1)?.hash ?? LEDGER_START))
    played.explanations.push(...answer.explanations.map((explanation) => ({ reportId, explanation })))
  }
  return played
}

/** All attackers on everything that was handed out, with the truth for a judge. */
export async function attackPlayed({ caseload, ledger, use }: Played): Promise<FoundAttack[]> {
  const { dimensions, preset, reports } = caseload
  const threshold = presetThreshold(preset)
  const figures = ledger.map(({ period, dimension, categories, crossing, value, reportId }): FoundFigure => {
    const edition = reports.filter(({ corrects }, index) => corrects && reportIdOf(index) <= reportId).length
    return { period, dimension, categories, ...(crossing && { crossing }), value, edition }
  })
  return attackFound({
    figures,
    dimensions,
    threshold,
    use,
    truth: (counted) => truthOf(caseload, counted, threshold),
  })
}

function truthOf(
  { melders }: GeneratedCaseload,
  counted: CountedSet,
  threshold: number,
): { value: number; marked: boolean } {
  const halves: string[] = halvesOf(counted.period)
  const conditions = [counted, ...(counted.crossing ? [counted.crossing] : [])]
  const behind = melders.filter(
    ({ melder, late }) =>
      halves.includes(melder['time'] ?? '') &&
      (late === null || counted.edition !== 0) &&
      conditions.every(({ dimension, categories }) =>
        dimension === 'total' ? true : categories.includes(melder[dimension] ?? ''),
      ),
  )
  const accused = new Set(behind.map(({ melder }) => melder['accusedLink'] ?? null))
  const people = new Set(behind.map(({ melder }) => melder['melderLink']))
  const marked = behind.length > 0 && ((accused.size === 1 && !accused.has(null)) || people.size < threshold)
  return { value: behind.length, marked }
}

/** The first report with every finest count in it, as somebody would print it who knows no better. */
export function bare(caseload: GeneratedCaseload): Played {
  const { melders, dimensions, reports } = caseload
  const [report] = reports
  if (!report) throw new Error('no report')
  const handover = { recipient: 'HR', document: 'annual-report', settledOn: calendarDate('2026-02-01') }
  const common = { organisationId, reportId: reportIdOf(0), period: report.period, ...handover }
  const halves: string[] = halvesOf(report.period)
  const counted = melders.filter(({ melder, late }) => late === null && halves.includes(melder['time'] ?? ''))
  const rows = dimensions.flatMap(({ name, ladder }) =>
    (ladder[0] ?? []).map((categories) => ({
      ...common,
      dimension: name,
      categories: [...categories],
      value: counted.filter(({ melder }) => categories.includes(melder[name] ?? '')).length,
    })),
  )
  const total = { ...common, dimension: 'total', categories: [], value: counted.length }
  return { caseload, ledger: chained([total, ...rows], LEDGER_START), refused: [], use: [], explanations: [] }
}
