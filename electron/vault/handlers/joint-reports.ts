import { refuse } from '#shared/kernel/refusal.ts'
import { type JointReport, jointKey } from '#shared/reports/joint-report.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { ledgerEntries } from '#shared/statistics/ledger.ts'
import { put } from '../caseload.ts'
import { frozenCounts } from '../reporting/frozen-counts.ts'
import { attackOnJoint } from '../reporting/joint-attack.ts'
import { askedJoint, jointOf, type JointOf } from '../reporting/joint-request.ts'
import { appended, lastHashOf } from '../reporting/kept-ledger.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

/** Reports of several organisations together. */
export const jointReportHandlers: Handlers<
  'jointReport.preview' | 'jointReport.stop' | 'jointReport.saveChoices' | 'jointReport.settle'
> = {
  'jointReport.preview': async (of, vault) => {
    const { settled, choices } = await jointOf(vault, of)
    if (settled !== null) return { report: settled, choices, explanations: [], fallShort: [], leftOut: 0 }
    const asked = await askedJoint(vault, of)
    if ('refused' in asked) return asked
    const basis = basisOf(vault, of)
    return vault.computations.begin(jointKey(of.subject, of.period), async (run) => {
      const draft = await asked.ask(run)
      if (!('refused' in draft)) vault.computedJoint = { basis, draft }
      return draft
    })
  },

  'jointReport.stop': ({ subject, period }, vault) => {
    vault.computations.stop(attackOnJoint({ subject, period }))
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
    const seen = vault.computedJoint
    const draft =
      seen?.basis === basisOf(vault, of) ? seen.draft : await asked.ask(vault.computations.waiting())
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

/** Equal exactly as long as the same report would be computed: nothing was written, and it is the same day. */
function basisOf({ caseload, today }: Unlocked, { subject, period }: JointOf): string {
  return `${jointKey(subject, period)} ${caseload.state.stateNumber} ${today}`
}
