import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { versionFor } from '#shared/reports/report-version.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { ledgerEntries } from '#shared/statistics/ledger.ts'
import { protectReport, type ReportRequest } from '#shared/statistics/protect-report.ts'
import { type Counted } from '#shared/statistics/report-basis.ts'
import { periodKey } from '#shared/statistics/report-period.ts'
import { put } from '../caseload.ts'
import { askedReport } from '../reporting/draft-report.ts'
import { frozenCounts } from '../reporting/frozen-counts.ts'
import { appended, lastHashOf } from '../reporting/kept-ledger.ts'
import { refuseGiven } from '../reporting/kept-contributions.ts'
import { draftOf, settledReport } from '../reporting/kept-reports.ts'
import { whyRefused } from '../reporting/why-refused.ts'
import { type Handlers } from './handler.ts'

/** The report: previewed, written, settled, handed over. */
export const reportHandlers: Handlers<
  'report.preview' | 'report.saveDraft' | 'report.settle' | 'report.handOver'
> = {
  'report.preview': async (of, vault) => {
    const settled = settledReport(vault, of)
    if (settled !== null)
      return { report: settled, draft: (await draftOf(vault, of)).draft, explanations: [], fallShort: [] }
    const organisation = vault.caseload.get('organisation', of.organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    const asked = await askedReport(vault, organisation, of)
    if ('refused' in asked) return asked
    const name = `${of.organisationId} ${periodKey(of.period)}`
    return vault.computations.begin(name, async (run) => {
      const released = await protectReport(asked.request, run)
      return 'refused' in released
        ? whyRefused(released, countedBy(asked.request))
        : asked.withFigures(released)
    })
  },

  'report.saveDraft': async ({ changes, ...of }, vault) => {
    if (vault.caseload.get('organisation', of.organisationId) === undefined)
      return refuse('not-found', 'organisationId')
    const isVersionsOnly = Object.keys(changes).every((part) => part === 'leftOut')
    if (!isVersionsOnly && settledReport(vault, of) !== null) return refuse('report-settled')
    const kept = await draftOf(vault, of)
    await vault.writeOutsideUndo([put('narrative', { ...kept, draft: { ...kept.draft, ...changes } })])
    return {}
  },

  'report.settle': async ({ recipient, ...of }, vault) => {
    const organisation = vault.caseload.get('organisation', of.organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    if (settledReport(vault, of) !== null) return refuse('report-settled')
    if (vault.today <= daysOf(of.period).to) return refuse('period-not-over')
    const asked = await askedReport(vault, organisation, of)
    if ('refused' in asked) return asked
    const given = refuseGiven(vault, of)
    if (given !== null) return given
    const released = await protectReport(asked.request, vault.computations.waiting())
    if ('refused' in released) return whyRefused(released, countedBy(asked.request))
    const report: AnnualReport = {
      ...asked.withFigures(released).report,
      status: 'settled',
      settledOn: vault.today,
    }
    const handover = { recipient, document: 'annual-report', settledOn: vault.today }
    await vault.writeForGood([
      put('report', report),
      ...frozenCounts(vault, [of.organisationId], of.period),
      ...appended(vault, ledgerEntries(report.figures, handover, lastHashOf(vault))),
    ])
    return { report }
  },

  'report.handOver': async ({ audience, recipient, ...of }, vault) => {
    const settled = settledReport(vault, of)
    if (settled === null) return refuse('report-not-settled')
    const { draft } = await draftOf(vault, of)
    const handover = { recipient, document: `annual-report-${audience}`, settledOn: vault.today }
    await vault.writeOutsideUndo(appended(vault, ledgerEntries(settled.figures, handover, lastHashOf(vault))))
    return { report: versionFor(settled, audience, draft.leftOut[audience]) }
  },
}

/** What the gate lays beside the ledger for one organisation. */
function countedBy({ organisationId, use, ...request }: ReportRequest): Counted {
  return {
    ...request,
    organisations: [organisationId],
    use: use.map((shown) => ({ organisationId, ...shown })),
  }
}
