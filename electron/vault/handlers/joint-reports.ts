import { refuse } from '#shared/kernel/refusal.ts'
import { type JointReport, jointKey } from '#shared/reports/joint-report.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { ledgerEntries } from '#shared/statistics/ledger.ts'
import { put } from '../caseload.ts'
import { frozenCounts } from '../reporting/frozen-counts.ts'
import { askedJoint, jointOf } from '../reporting/joint-request.ts'
import { appended, lastHashOf } from '../reporting/kept-ledger.ts'
import { type Handlers } from './handler.ts'

/** Reports of several organisations together. */
export const jointReportHandlers: Handlers<
  'jointReport.preview' | 'jointReport.stop' | 'jointReport.saveChoices' | 'jointReport.settle'
> = {
  'jointReport.preview': async (of, vault) => {
    const { settled, choices } = await jointOf(vault, of)
    if (settled !== null) return { report: settled, choices, explanations: [], fallShort: [] }
    const asked = await askedJoint(vault, of)
    if ('refused' in asked) return asked
    return vault.computations.begin(jointKey(of.subject, of.period), asked.ask)
  },

  'jointReport.stop': ({ subject, period }, vault) => {
    vault.computations.stop(jointKey(subject, period))
    return Promise.resolve({})
  },

  'jointReport.saveChoices': async ({ choices, ...of }, vault) => {
    const kept = await jointOf(vault, of)
    if (kept.settled !== null) return refuse('report-settled')
    await vault.writeOutsideUndo([put('joint-report', { ...kept, choices })])
    return {}
  },

  'jointReport.settle': async ({ recipient, ...of }, vault) => {
    const kept = await jointOf(vault, of)
    if (kept.settled !== null) return refuse('report-settled')
    if (vault.today <= daysOf(of.period).to) return refuse('period-not-over')
    const asked = await askedJoint(vault, of)
    if ('refused' in asked) return asked
    const draft = await asked.ask(vault.computations.waiting())
    if ('refused' in draft) return draft
    const report: JointReport = { ...draft.report, status: 'settled', settledOn: vault.today }
    const document = of.subject.kind === 'group' ? 'group-report' : 'benchmark'
    const handover = { recipient, document, settledOn: vault.today }
    await vault.writeForGood([
      put('joint-report', { ...kept, among: asked.among, settled: report }),
      ...frozenCounts(vault, asked.among, of.period),
      ...appended(vault, ledgerEntries(report.figures, handover, lastHashOf(vault), asked.among)),
    ])
    return { report }
  },
}
