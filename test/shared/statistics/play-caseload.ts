import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { Id } from '#shared/kernel/id.ts'
import type { CountedSet, FoundFigure } from '#shared/statistics/attack/counted-set.ts'
import { attackFound, type FoundAttack } from '#shared/statistics/attack/found-figures.ts'
import { useToldBy, type ToldUse } from '#shared/statistics/attack/told-use.ts'
import { chained, LEDGER_START, ledgerEntries, TOTAL, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { presetThreshold, Threshold } from '#shared/statistics/presets.ts'
import { protectBenchmark } from '#shared/statistics/protect-benchmark.ts'
import { protectGroup } from '#shared/statistics/protect-group.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import type { ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { ReportDimension, ReportMelder } from '#shared/statistics/report-dimension.ts'
import { halvesOf, periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { timeDimension } from '#shared/statistics/report-time.ts'
import type { ReportExplanation } from '#shared/statistics/report-explanation.ts'
import { ownerOf, type GeneratedCaseload } from './generated-caseload.ts'
import type { GeneratedReport } from './generated-story.ts'

const idOf = (kind: string, index: number): Id => Id.parse(`${kind}${index}`.padStart(26, '0'))
export const organisationIdOf = (index: number): Id => idOf('1', index)
const reportIdOf = (index: number): Id => idOf('2', index)
const byHandId = idOf('3', 0)
const handover = { recipient: 'HR', document: 'annual-report', settledOn: calendarDate('2026-02-01') }

export type Played = {
  caseload: GeneratedCaseload
  /** With the figures that were handed out by hand before, first. */
  ledger: LedgerFigure[]
  reports: ProtectedReport[]
  refused: string[]
  use: (ToldUse & { organisationId: Id })[]
  explanations: { reportId: Id; explanation: ReportExplanation }[]
}

/** Hands out the reports of a generated caseload one after another, and the invoices, as the application does. */
export async function playCaseload(caseload: GeneratedCaseload): Promise<Played> {
  const played: Played = {
    caseload,
    ledger: chained(figuresByHand(caseload), LEDGER_START),
    reports: [],
    refused: [],
    use: toldBy(caseload),
    explanations: [],
  }
  for (const [index, report] of caseload.reports.entries()) {
    const answer = await asked(played, report, index)
    if ('refused' in answer) {
      played.refused.push(answer.refused)
      continue
    }
    const last = played.ledger.at(-1)?.hash ?? LEDGER_START
    played.ledger.push(...ledgerEntries(answer.report, handover, last, organisationsOf(caseload)))
    played.reports.push(answer.report)
    const { reportId } = answer.report
    played.explanations.push(...answer.explanations.map((explanation) => ({ reportId, explanation })))
  }
  return played
}

/** What one report asks of the gate. */
function asked({ caseload, ledger, use }: Played, report: GeneratedReport, index: number) {
  const { organisations, dimensions } = caseload
  const { about, period, crossTables } = report
  const common = {
    reportId: reportIdOf(index),
    period,
    melders: counted(caseload, index),
    dimensions: [
      ...dimensions.map((one) => ({ ...one, only: onlyOf(caseload, one) })),
      timeDimension(period),
    ],
    crossTables,
    ledger,
    secret: new Uint8Array(32).fill(caseload.seed % 251),
  }
  const settingsOf = (organisation: number) => ({
    preset: organisations[organisation]?.preset ?? ('ordinary' as const),
  })
  if (about === 'caseload')
    return protectBenchmark({
      ...common,
      year: 2025,
      organisations: organisationsOf(caseload),
      settings: {},
      use,
    })
  if (about === 'group')
    return protectGroup({
      ...common,
      groupId: idOf('4', 0),
      entities: organisations.map(({ preset }, organisation) => ({
        organisationId: organisationIdOf(organisation),
        settings: { preset },
      })),
      settings: { preset: 'ordinary' },
      use,
    })
  const organisationId = organisationIdOf(about)
  return protectReport({
    ...common,
    organisationId,
    settings: settingsOf(about),
    use,
  })
}

/** Whose a location is, where several organisations have some. */
function onlyOf({ organisations, locations }: GeneratedCaseload, { name, ladder }: ReportDimension) {
  if (name !== 'location' || locations < organisations.length || organisations.length === 1) return []
  return (ladder[0] ?? []).flat().map((category) => ({
    category,
    organisationId: organisationIdOf(ownerOf(category, organisations.length)),
  }))
}

function organisationsOf({ organisations }: GeneratedCaseload): Id[] {
  return organisations.map((_, index) => organisationIdOf(index))
}

/** Everybody who is entered before a report. */
function counted({ melders }: GeneratedCaseload, index: number): ReportMelder[] {
  return melders
    .filter(({ late }) => late === null || late < index)
    .map(({ melder, organisation, late }) => ({
      ...melder,
      organisationId: organisationIdOf(organisation),
      ...(late === null ? {} : { enteredAfter: reportIdOf(late) }),
    }))
}

/** What the invoices of every organisation tell, each in its own form. */
function toldBy({ organisations }: GeneratedCaseload): Played['use'] {
  return organisations.flatMap(({ billing, minutes }, organisation) => {
    const lines = minutes.map(({ half, consults, other }) => ({
      half,
      minutes: billing === 'consults-alone' ? consults : consults + other,
    }))
    const halves = lines.map(({ half }) => half)
    return useToldBy(billing, lines, halves).map((told) => ({
      ...told,
      organisationId: organisationIdOf(organisation),
    }))
  })
}

function figuresByHand({ byHand, melders }: GeneratedCaseload) {
  return byHand.map(({ organisation, period, dimension, categories }) => {
    const halves: string[] = halvesOf(period)
    const value = melders.filter(
      ({ melder, late, organisation: own }) =>
        late === null &&
        own === organisation &&
        halves.includes(melder['time'] ?? '') &&
        (dimension === TOTAL || categories.includes(melder[dimension] ?? '')),
    ).length
    const organisationId = organisationIdOf(organisation)
    return {
      ...{ organisationId, reportId: byHandId, period, dimension, categories: [...categories], value },
      ...{ ...handover, document: 'by hand' },
    }
  })
}

/** The lowest that is not shown apart: the strictest of the organisations', as a report of all of them takes it. */
export function thresholdOf({ organisations }: GeneratedCaseload): Threshold {
  return Threshold.parse(Math.max(...organisations.map(({ preset }) => presetThreshold(preset))))
}

/** All attackers on everything that was handed out, with the truth for a judge. */
export async function attackPlayed({ caseload, ledger, reports, use }: Played): Promise<FoundAttack[]> {
  const { dimensions } = caseload
  const threshold = thresholdOf(caseload)
  const isOne = caseload.organisations.length === 1
  const among = (ids: readonly string[]) => (isOne ? {} : { among: [...ids] })
  const editionOf = (reportId: string): number =>
    caseload.reports.filter(({ corrects }, index) => corrects && reportIdOf(index) <= reportId).length
  const benchmarks = reports.flatMap(({ about, reportId }) => (about.kind === 'caseload' ? [reportId] : []))
  const seen = new Set<string>()
  const figures = ledger.flatMap((figure): FoundFigure[] => {
    const { period, dimension, categories, crossing, value, reportId, organisationId } = figure
    // What counts several organisations stands in the ledger of each.
    const who = figure.among ?? [organisationId]
    const key = JSON.stringify([reportId, periodKey(period), dimension, categories, crossing, who])
    if (seen.has(key)) return []
    seen.add(key)
    return [
      {
        ...{ period, dimension, categories, ...(crossing && { crossing }), value },
        ...among(who),
        edition: reportId === byHandId ? 0 : editionOf(reportId),
        isOut: reportId === byHandId,
        isUndeclared: figure.among !== undefined && benchmarks.includes(reportId),
      },
    ]
  })
  const asked = caseload.reports.flatMap(({ about, period }, index) =>
    dimensions.map(({ name }) => ({
      period,
      dimension: name,
      edition: editionOf(reportIdOf(index)),
      ...among(typeof about === 'number' ? [organisationIdOf(about)] : organisationsOf(caseload)),
    })),
  )
  return attackFound({
    figures,
    dimensions,
    threshold,
    asked: asked.filter(({ period }) => figures.some((figure) => isWithin(period, figure.period))),
    use: use.map(({ organisationId, ...told }) => ({ ...told, ...among([organisationId]) })),
    onlyOf: dimensions.flatMap((one) =>
      onlyOf(caseload, one).map(({ category, organisationId }) => ({
        dimension: one.name,
        category,
        among: [organisationId],
      })),
    ),
    truth: (set) => truthOf(caseload, set, threshold),
  })
}

function isWithin(inner: ReportPeriod, outer: ReportPeriod): boolean {
  const halves: string[] = halvesOf(outer)
  return halvesOf(inner).every((half) => halves.includes(half))
}

function truthOf(
  { melders }: GeneratedCaseload,
  set: CountedSet,
  threshold: number,
): { value: number; marked: boolean } {
  const halves: string[] = halvesOf(set.period)
  const conditions = [set, ...(set.crossing ? [set.crossing] : [])]
  const behind = melders.filter(
    ({ melder, late, organisation }) =>
      halves.includes(melder['time'] ?? '') &&
      (late === null || set.edition !== 0) &&
      (set.among ?? [organisationIdOf(organisation)]).includes(organisationIdOf(organisation)) &&
      conditions.every(({ dimension, categories }) =>
        dimension === TOTAL ? true : categories.includes(melder[dimension] ?? ''),
      ),
  )
  const accused = new Set(behind.map(({ melder }) => melder['accusedLink'] ?? null))
  const people = new Set(behind.map(({ melder }) => melder['melderLink']))
  const marked = behind.length > 0 && ((accused.size === 1 && !accused.has(null)) || people.size < threshold)
  return { value: behind.length, marked }
}

/** The first report with every finest count in it, as somebody would print it who knows no better. */
export function bare(caseload: GeneratedCaseload): Played {
  const { dimensions, reports } = caseload
  const [report] = reports
  if (!report) throw new Error('no report')
  const { period } = report
  const rows = dimensions.flatMap(({ name, ladder }) =>
    (ladder[0] ?? []).map((categories) => ({ organisation: 0, period, dimension: name, categories })),
  )
  const all = figuresByHand({
    ...caseload,
    byHand: [{ organisation: 0, period, dimension: TOTAL, categories: [] }, ...rows],
  })
  const ledger = chained(
    all.map((figure) => ({ ...figure, reportId: reportIdOf(0) })),
    LEDGER_START,
  )
  return { caseload, ledger, reports: [], refused: [], use: [], explanations: [] }
}
