import { type CalendarDate, yearOf } from '#shared/calendar/calendar-date.ts'
import { overlap, yearPeriod } from '#shared/calendar/period.ts'
import { doubtAboutDay } from '#shared/invoicing/doubt-about-day.ts'
import { hoursInvoice } from '#shared/invoicing/hours-invoice.ts'
import { type InvoiceDraft } from '#shared/invoicing/invoice.ts'
import { chargesLocation } from '#shared/invoicing/location-of-line.ts'
import { creditDraft, issueInvoice } from '#shared/invoicing/issue.ts'
import { halvesBilledBefore } from '#shared/invoicing/late-hours.ts'
import { standingLines } from '#shared/invoicing/standing-lines.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type InvoiceProposal } from '#shared/contracts/vault.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { NEW_PRACTICE } from '#shared/practice/practice.ts'
import { put } from '../caseload.ts'
import { openPeriodsOf } from '../open-periods.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers, type ParsedInput } from './handler.ts'
import { billableTimeOf } from './hours.ts'

type Run = ParsedInput<'invoice.issue'>['run']

/** The invoice of one run for one organisation, from what stands in the vault now. */
function draftFor(vault: Unlocked, organisation: Organisation, run: Run): InvoiceDraft | VaultRefusal {
  const { caseload } = vault
  const own = <T extends { organisationId: Id }>(all: T[]) =>
    all.filter((one) => one.organisationId === organisation.id)
  const practice = caseload.get('practice', 'practice') ?? NEW_PRACTICE
  const engagement = own(caseload.all('engagement'))[0] ?? null
  const invoices = own(caseload.all('invoice'))
  switch (run.kind) {
    case 'yearly':
      return yearlyInvoice(
        run.year,
        practice,
        organisation,
        engagement,
        own(caseload.all('location')),
        invoices,
      )
    case 'hours': {
      const time = billableTimeOf(vault, organisation.id, run.year, run.half)
      const earlier = halvesBilledBefore(run.year, run.half, invoices).map(({ year, half }) =>
        billableTimeOf(vault, organisation.id, year, half),
      )
      return hoursInvoice(time, practice, organisation, engagement, invoices, vault.today, earlier)
    }
  }
}

/** Locations that an invoice of this year charges for days on which they were not under contract after all. */
function leftAfterInvoice(vault: Unlocked, organisationId: Id, year: number): Id[] {
  const own = <T extends { organisationId: Id }>(all: T[]) =>
    all.filter((one) => one.organisationId === organisationId)
  const engagement = own(vault.caseload.all('engagement'))[0]
  const contract =
    engagement && overlap(yearPeriod(year), { from: engagement.startsOn, to: engagement.endsOn })
  const lines = standingLines(own(vault.caseload.all('invoice'))).filter(
    (line) => line.kind === 'location' && yearOf(line.period.from) === year,
  )
  return own(vault.caseload.all('location'))
    .filter((location) => {
      const due = contract ? overlap(contract, { from: location.joinedOn, to: location.leftOn }) : null
      return lines.some(
        (line) =>
          chargesLocation(line, location) &&
          (due === null || line.period.from < due.from || line.period.to > due.to),
      )
    })
    .map((location) => location.id)
}

function proposals(vault: Unlocked, run: Run): InvoiceProposal[] {
  return vault.caseload
    .all('organisation')
    .sort((a, b) => dutchOrder(a.name, b.name))
    .map((organisation) => {
      const draft = draftFor(vault, organisation, run)
      return {
        organisationId: organisation.id,
        proposal: 'refused' in draft ? draft : { draft },
        leftAfterInvoice: run.kind === 'yearly' ? leftAfterInvoice(vault, organisation.id, run.year) : [],
      }
    })
}

/** Refuses a day that the clock may have wrong, unless she said that it is that day. */
function refuseDoubtfulDay({ caseload, today }: Unlocked, confirmed: CalendarDate | null) {
  if (confirmed === today) return null
  return doubtAboutDay(today, caseload.all('invoice'), [
    ...caseload.all('case').map(({ firstContactOn }) => firstContactOn),
    ...caseload.all('entry').map(({ on }) => on),
    ...caseload.all('activity').map(({ on }) => on),
  ])
}

/** Runs, issuing and taking back. */
export const invoiceHandlers: Handlers<
  | 'invoice.proposeYear'
  | 'invoice.proposeHours'
  | 'invoice.issue'
  | 'invoice.credit'
  | 'engagement.openPeriods'
> = {
  'invoice.proposeYear': async ({ year }, vault) => ({
    proposals: proposals(vault, { kind: 'yearly', year }),
  }),

  'invoice.proposeHours': async ({ year, half }, vault) => ({
    proposals: proposals(vault, { kind: 'hours', year, half }),
  }),

  'invoice.issue': async ({ organisationId, run, dayConfirmed }, vault) => {
    const organisation = vault.caseload.get('organisation', organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    const draft = draftFor(vault, organisation, run)
    if ('refused' in draft) return draft
    const doubt = refuseDoubtfulDay(vault, dayConfirmed)
    if (doubt !== null) return doubt
    const { paymentDays, numberedElsewhere } = vault.caseload.get('practice', 'practice') ?? NEW_PRACTICE
    const invoice = issueInvoice(
      draft,
      vault.caseload.all('invoice'),
      vault.newId(),
      vault.today,
      paymentDays,
      null,
      numberedElsewhere,
    )
    await vault.writeOutsideUndo([put('invoice', invoice)])
    return { invoice }
  },

  'invoice.credit': async ({ id, dayConfirmed }, vault) => {
    const original = vault.caseload.get('invoice', id)
    if (original === undefined) return refuse('not-found')
    const issued = vault.caseload.all('invoice')
    const draft = creditDraft(original, issued)
    if ('refused' in draft) return draft
    const doubt = refuseDoubtfulDay(vault, dayConfirmed)
    if (doubt !== null) return doubt
    const { number, issuedOn } = original
    const { numberedElsewhere } = vault.caseload.get('practice', 'practice') ?? NEW_PRACTICE
    const creditOf = { id, number, issuedOn }
    const invoice = issueInvoice(draft, issued, vault.newId(), vault.today, 0, creditOf, numberedElsewhere)
    await vault.writeOutsideUndo([put('invoice', invoice)])
    return { invoice }
  },

  'engagement.openPeriods': async ({ organisationId }, vault) => {
    const organisation = vault.caseload.get('organisation', organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    return openPeriodsOf(
      vault,
      organisationId,
      (year) => !('refused' in draftFor(vault, organisation, { kind: 'yearly', year })),
    )
  },
}
