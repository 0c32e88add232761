import { refuseImplausible } from '#shared/calendar/plausible-date.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { brokenLink, chained } from '#shared/statistics/ledger.ts'
import { remove } from '../caseload.ts'
import { appended, lastHashOf, ledgerEntriesOf } from '../reporting/kept-ledger.ts'
import { type Handlers } from './handler.ts'

/** The ledger: every figure ever handed over, and those that were before Luwte. */
export const ledgerHandlers: Handlers<'ledger.list' | 'ledger.enter' | 'ledger.remove'> = {
  'ledger.list': async ({ organisationId }, vault) => {
    const entries = ledgerEntriesOf(vault)
    return {
      figures: entries
        .filter(({ figure }) => organisationId === null || figure.organisationId === organisationId)
        .map(({ id, figure, byHand, page }) => ({ ...figure, id, byHand, page })),
      isWhole: brokenLink(entries.map(({ figure }) => figure)) === null,
    }
  },

  'ledger.enter': async ({ organisationId, recipient, document, handedOverOn, figures }, vault) => {
    if (vault.caseload.get('organisation', organisationId) === undefined)
      return refuse('not-found', 'organisationId')
    const implausible = refuseImplausible(handedOverOn, vault.today, 'handedOverOn')
    if (implausible) return implausible
    const reportId = vault.newId()
    const common = { organisationId, reportId, recipient, document, settledOn: handedOverOn }
    const entries = figures.map(({ page: _page, ...figure }) => ({ ...common, ...figure }))
    await vault.writeOutsideUndo(
      appended(
        vault,
        chained(entries, lastHashOf(vault)),
        figures.map(({ page }) => page),
      ),
    )
    return { reportId }
  },

  'ledger.remove': async ({ reportId }, vault) => {
    const entries = ledgerEntriesOf(vault)
    const first = entries.findIndex(({ figure }) => figure.reportId === reportId)
    if (first === -1) return refuse('not-found', 'reportId')
    const from = entries.slice(first)
    if (from.some(({ figure, byHand }) => figure.reportId !== reportId || !byHand))
      return refuse('figures-in-use')
    await vault.writeOutsideUndo(from.map(({ id }) => remove('ledger', id)))
    return {}
  },
}
