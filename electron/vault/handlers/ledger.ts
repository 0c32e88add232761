import { refuseImplausible } from '#shared/calendar/plausible-date.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type FigureByHand } from '#shared/contracts/report-commands.ts'
import { type Location } from '#shared/organisations/location.ts'
import { DimensionName } from '#shared/reports/report-choices.ts'
import { countableRows } from '#shared/reports/report-dimensions.ts'
import { brokenLink, chained, TOTAL } from '#shared/statistics/ledger.ts'
import { remove } from '../caseload.ts'
import { appended, lastHashOf, ledgerEntriesOf } from '../reporting/kept-ledger.ts'
import { type Handlers } from './handler.ts'

/** True for everybody, or for a group that a report can count. */
function isCountable({ dimension, categories }: FigureByHand, locations: readonly Location[]): boolean {
  if (dimension === TOTAL) return categories.length === 0
  const name = DimensionName.safeParse(dimension)
  if (!name.success || categories.length === 0) return false
  const known = countableRows(name.data, locations).flat()
  return categories.every((category) => known.includes(category))
}

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
    const locations = vault.caseload.all('location').filter((one) => one.organisationId === organisationId)
    const unknown = figures.findIndex((figure) => !isCountable(figure, locations))
    if (unknown !== -1) return refuse('invalid-input', `figures.${unknown}.categories`)
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
