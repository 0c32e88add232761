import { yearOf } from '#shared/calendar/calendar-date.ts'
import { overlap, yearPeriod } from '#shared/calendar/period.ts'
import { countMelders } from '#shared/casework/melders.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { NEW_PRACTICE } from '#shared/practice/practice.ts'
import { type AnnualReport, EMPTY_NARRATIVE } from '#shared/reports/annual-report.ts'
import { reportActivities } from '#shared/reports/report-activities.ts'
import { REPORT_DIMENSIONS } from '#shared/reports/report-dimensions.ts'
import { LEDGER_START, ledgerEntries, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import { put } from '../caseload.ts'
import { type CaseloadRecord } from '../caseload-kinds.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

type Narrative = CaseloadRecord<'narrative'>

const narrativeId = (organisationId: Id, year: number) => `narrative-${organisationId}-${year}`

/** What the advisor wrote for this year; made, with the id that the report will have, the first time it is asked for. */
async function narrativeOf(vault: Unlocked, organisationId: Id, year: number): Promise<Narrative> {
  const id = narrativeId(organisationId, year)
  const kept = vault.caseload.get('narrative', id)
  if (kept !== undefined) return kept
  const narrative = { id, organisationId, year, reportId: vault.newId(), narrative: EMPTY_NARRATIVE }
  await vault.writeOutsideUndo([put('narrative', narrative)])
  return narrative
}

function settledReport(vault: Unlocked, organisationId: Id, year: number): AnnualReport | null {
  return (
    vault.caseload
      .all('report')
      .find((report) => report.organisationId === organisationId && report.year === year) ?? null
  )
}

/**
 * The two years before as they were printed, last year first. Before the first year of the contract there was nothing to
 * settle: such a year is left out, unless figures of it or of a year before were printed all the same.
 */
function earlierYears(
  vault: Unlocked,
  organisationId: Id,
  year: number,
  firstYear: number,
): AnnualReport['earlierYears'] {
  const both = [year - 1, year - 2].map((earlier) => ({
    year: earlier,
    figures: settledReport(vault, organisationId, earlier)?.figures ?? null,
  }))
  return both.filter(
    (one) => one.year >= firstYear || both.some((other) => other.figures !== null && other.year <= one.year),
  )
}

/** Every figure ever handed over, in the order in which it was. */
function ledgerOf(vault: Unlocked): LedgerFigure[] {
  return vault.caseload
    .all('ledger')
    .sort((a, b) => a.position - b.position)
    .map((entry) => entry.figure)
}

/** The report as it would be printed now, its figures through the gate, and beside it why rows are hidden. */
async function draftReport(
  vault: Unlocked,
  organisation: Organisation,
  year: number,
): Promise<VaultAnswer<'report.preview'> | VaultRefusal> {
  const { caseload } = vault
  const engagement = caseload.all('engagement').find((one) => one.organisationId === organisation.id)
  const contract = engagement && { from: engagement.startsOn, to: engagement.endsOn }
  if (!engagement || !contract || overlap(yearPeriod(year), contract) === null)
    return refuse('engagement-missing')
  const { reportId, narrative } = await narrativeOf(vault, organisation.id, year)
  const figures = await protectReport({
    organisationId: organisation.id,
    reportId,
    year,
    settings: {
      preset: engagement.preset,
      threshold: engagement.threshold,
      reason: engagement.thresholdReason,
    },
    melders: countMelders(
      caseload.all('case').map((caseFile) => ({ caseFile, entries: caseload.entriesOf(caseFile.id) })),
      organisation.id,
      year,
    ),
    dimensions: REPORT_DIMENSIONS,
    ledger: ledgerOf(vault),
    secret: caseload.disclosureSecret(reportId),
  })
  if ('refused' in figures) return figures
  const practice = caseload.get('practice', 'practice') ?? NEW_PRACTICE
  const {
    advisorName: name,
    businessName,
    certificate,
    certifiedUntil,
    email,
    phone,
    reachability,
  } = practice
  const report: AnnualReport = {
    id: reportId,
    organisationId: organisation.id,
    year,
    status: 'draft',
    settledOn: null,
    organisationName: organisation.name,
    locationCount: caseload
      .all('location')
      .filter(
        (location) =>
          location.organisationId === organisation.id &&
          overlap(yearPeriod(year), { from: location.joinedOn, to: location.leftOn }) !== null,
      ).length,
    reachableCount: engagement.reachableCount,
    advisor: { name, businessName, certificate, certifiedUntil, email, phone, reachability },
    figures: figures.report,
    earlierYears: earlierYears(vault, organisation.id, year, yearOf(engagement.startsOn)),
    activities: reportActivities(caseload.all('activity'), organisation.id, year),
    narrative,
  }
  return { report, explanations: figures.explanations }
}

/** The annual report: previewed, written, settled. */
export const reportHandlers: Handlers<'report.preview' | 'report.saveNarrative' | 'report.settle'> = {
  'report.preview': async ({ organisationId, year }, vault) => {
    const settled = settledReport(vault, organisationId, year)
    if (settled !== null) return { report: settled, explanations: [] }
    const organisation = vault.caseload.get('organisation', organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    return draftReport(vault, organisation, year)
  },

  'report.saveNarrative': async ({ organisationId, year, narrative }, vault) => {
    if (vault.caseload.get('organisation', organisationId) === undefined)
      return refuse('not-found', 'organisationId')
    if (settledReport(vault, organisationId, year) !== null) return refuse('report-settled')
    const kept = await narrativeOf(vault, organisationId, year)
    await vault.writeOutsideUndo([put('narrative', { ...kept, narrative })])
    return {}
  },

  'report.settle': async ({ organisationId, year, recipient }, vault) => {
    const organisation = vault.caseload.get('organisation', organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    if (settledReport(vault, organisationId, year) !== null) return refuse('report-settled')
    if (year >= yearOf(vault.today)) return refuse('year-not-over')
    const draft = await draftReport(vault, organisation, year)
    if ('refused' in draft) return draft
    const report: AnnualReport = { ...draft.report, status: 'settled', settledOn: vault.today }
    const ledger = ledgerOf(vault)
    const handedOver = ledgerEntries(
      report.figures,
      { recipient, document: 'annual-report', settledOn: vault.today },
      ledger.at(-1)?.hash ?? LEDGER_START,
    )
    await vault.writeOutsideUndo([
      put('report', report),
      ...handedOver.map((figure, index) =>
        put('ledger', { id: vault.newId(), position: ledger.length + index, figure }),
      ),
    ])
    return { report }
  },
}
