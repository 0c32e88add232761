import { type Id } from '#shared/kernel/id.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { EMPTY_DRAFT } from '#shared/reports/report-draft.ts'
import { halvesOf, type HalfYear, periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { put } from '../caseload.ts'
import { type CaseloadRecord } from '../caseload-kinds.ts'
import { type Unlocked } from '../unlocked.ts'

/** Which report: of whom, over what. */
export type ReportKey = { organisationId: Id; period: ReportPeriod }

/** True for what belongs to that report. */
export function isOf({ organisationId, period }: ReportKey): (kept: ReportKey) => boolean {
  const key = periodKey(period)
  return (kept) => kept.organisationId === organisationId && periodKey(kept.period) === key
}

/** The report as it was settled; none while it is still being written. */
export function settledReport(vault: Unlocked, of: ReportKey): AnnualReport | null {
  return vault.caseload.all('report').find(isOf(of)) ?? null
}

/** The half-years of an organisation whose melders were counted in a settled report, its own or a joint one: nothing is added to them any more. */
export function closedHalves(vault: Unlocked, organisationId: Id): ReadonlySet<HalfYear> {
  const own = vault.caseload.all('report').filter((report) => report.organisationId === organisationId)
  const joint = vault.caseload
    .all('joint-report')
    .filter(({ among, settled }) => settled !== null && among.includes(organisationId))
  return new Set([...own, ...joint].flatMap(({ period }) => halvesOf(period)))
}

/** What was typed and chosen for a report; made, with the id that the report will have, the first time it is asked for. */
export async function draftOf(vault: Unlocked, of: ReportKey): Promise<CaseloadRecord<'narrative'>> {
  const kept = vault.caseload.all('narrative').find(isOf(of))
  if (kept !== undefined) return kept
  const { organisationId, period } = of
  const draft = {
    id: `narrative-${organisationId}-${periodKey(period)}`,
    organisationId,
    period,
    reportId: vault.newId(),
    draft: EMPTY_DRAFT,
  }
  await vault.writeOutsideUndo([put('narrative', draft)])
  return draft
}
