import { type InvoiceProposal } from '#shared/contracts/vault.ts'
import { type RefusalSlug } from '#shared/contracts/refusal-slugs.ts'
import { type InvoiceDraft } from '#shared/invoicing/invoice.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'

export type RunException = { organisationId: Id; name: string; refused: RefusalSlug }
export type ReadyInvoice = { organisationId: Id; name: string; draft: InvoiceDraft }

/** A run of invoices, sorted by what the advisor has to do. */
export type RunPlan = {
  /** Fields of her own practice that are missing: then nothing can be issued at all, and it is said once. */
  practiceLacks: string[] | null
  /** Organisations where something has to be mended first. */
  toMend: RunException[]
  ready: ReadyInvoice[]
  /** Organisations where nothing needs to be done: invoiced already, no hours, hours from a bundle. */
  resting: RunException[]
  /** Organisations with locations that left after the whole year was invoiced. */
  left: { organisationId: Id; name: string; locations: number }[]
}

const resting: readonly RefusalSlug[] = [
  'already-invoiced',
  'no-hours',
  'hours-come-from-bundle',
  'half-year-not-over',
]

const byName = (a: { name: string }, b: { name: string }) => dutchOrder(a.name, b.name)

/** Sorts the proposals of a run; organisations that are gone are left out. */
export function runPlan(
  proposals: readonly InvoiceProposal[],
  organisations: readonly Organisation[],
): RunPlan {
  const names = new Map(organisations.map((organisation) => [organisation.id, organisation.name]))
  const plan: RunPlan = { practiceLacks: null, toMend: [], ready: [], resting: [], left: [] }
  for (const { organisationId, proposal, leftAfterInvoice } of proposals) {
    const name = names.get(organisationId)
    if (name === undefined) continue
    if (leftAfterInvoice.length > 0)
      plan.left.push({ organisationId, name, locations: leftAfterInvoice.length })
    if ('draft' in proposal) plan.ready.push({ organisationId, name, draft: proposal.draft })
    else if (proposal.refused === 'practice-incomplete') plan.practiceLacks = proposal.fields ?? []
    else if (resting.includes(proposal.refused))
      plan.resting.push({ organisationId, name, refused: proposal.refused })
    else plan.toMend.push({ organisationId, name, refused: proposal.refused })
  }
  plan.toMend.sort(byName)
  plan.ready.sort(byName)
  plan.resting.sort(byName)
  plan.left.sort(byName)
  return plan
}
