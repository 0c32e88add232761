import { refuseImplausible } from '#shared/calendar/plausible-date.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type FigureByHand } from '#shared/contracts/report-commands.ts'
import { type Location } from '#shared/organisations/location.ts'
import { DimensionName } from '#shared/reports/report-choices.ts'
import { countableRows } from '#shared/reports/report-dimensions.ts'
import { organisationsOf, placesOf, tiedFigures } from '#shared/statistics/earlier-figures.ts'
import {
  brokenLink,
  chained,
  type HandedOver,
  type LedgerFigure,
  standing,
  TOTAL,
} from '#shared/statistics/ledger.ts'
import { remove } from '../caseload.ts'
import { type CaseloadRecord } from '../caseload-kinds.ts'
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
export const ledgerHandlers: Handlers<'ledger.list' | 'ledger.enter' | 'ledger.remove' | 'ledger.correct'> = {
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
    const own = standing(entries.map(({ figure }) => figure)).filter((one) => one.reportId === reportId)
    if (first === -1 || own.length === 0) return refuse('not-found', 'reportId')
    const from = entries.slice(first)
    if (from.every(({ figure, byHand }) => figure.reportId === reportId && byHand)) {
      await vault.writeOutsideUndo(from.map(({ id }) => remove('ledger', id)))
      return {}
    }
    if (entries[first]?.byHand !== true || isSettledBeside(entries, first, own))
      return refuse('figures-in-use')
    const withdrawn = own.map((figure) => corrected(figure, { value: 'hidden', isWithdrawn: true }))
    const pages = own.map(({ hash }) => entries.find(({ figure }) => figure.hash === hash)?.page ?? '')
    await vault.writeOutsideUndo(appended(vault, chained(withdrawn, lastHashOf(vault)), pages))
    return {}
  },

  'ledger.correct': async ({ id, value, page }, vault) => {
    const entries = ledgerEntriesOf(vault)
    const entry = entries.find((one) => one.id === id)
    if (entry === undefined) return refuse('not-found', 'id')
    if (!entry.byHand) return refuse('figures-in-use')
    const isStanding = standing(entries.map(({ figure }) => figure)).some(
      ({ hash }) => hash === entry.figure.hash,
    )
    if (!isStanding) return refuse('not-found', 'id')
    const correction = corrected(entry.figure, { value })
    await vault.writeOutsideUndo(appended(vault, chained([correction], lastHashOf(vault)), [page]))
    return {}
  },
}

/** What takes the place of an entry: it counts the same, in the same document, and something else stood there. */
function corrected(
  { previousHash: _before, hash, replaces: _earlier, ...figure }: LedgerFigure,
  now: Pick<HandedOver, 'value' | 'isWithdrawn'>,
): HandedOver {
  return { ...figure, ...now, replaces: hash }
}

/** True when a report was settled after these entries that shares melders with them, by way of others too. */
function isSettledBeside(
  entries: readonly CaseloadRecord<'ledger'>[],
  first: number,
  own: readonly LedgerFigure[],
): boolean {
  const placesIn = (figure: LedgerFigure) => placesOf(organisationsOf(figure), figure.period)
  const tied = tiedFigures(standing(entries.map(({ figure }) => figure)), own.flatMap(placesIn)).places.map(
    ({ organisationId, half }) => `${organisationId} ${half}`,
  )
  return entries
    .slice(first)
    .filter(({ byHand }) => !byHand)
    .flatMap(({ figure }) => placesIn(figure))
    .some(({ organisationId, half }) => tied.includes(`${organisationId} ${half}`))
}
