import { useCallback, useEffect, useState } from 'react'
import { type VaultInput } from '#shared/contracts/vault.ts'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { ask } from '../../working-set/client.ts'
import { useOrganisations } from '../../working-set/organisations.ts'
import { type ReadyInvoice, type RunPlan, runPlan } from './run-plan.ts'

export type Run = VaultInput<'invoice.issue'>['run']

/** What came of making invoices: those that were made, and why the others were not. */
export type Made = { invoices: Invoice[]; refused: { name: string; refused: string }[] }

type Proposals = Parameters<typeof runPlan>[0]

async function propose(run: Run): Promise<Proposals> {
  const answer =
    run.kind === 'yearly'
      ? await ask('invoice.proposeYear', { year: run.year })
      : await ask('invoice.proposeHours', { year: run.year, half: run.half })
  return isRefusal(answer) ? [] : answer.proposals
}

/**
 * The plan of one run (null while it is made) and the way to issue from it: one after the other, so that numbers
 * follow the list, telling after each how many are done. The plan is made anew afterwards.
 */
export function useRun(run: Run): {
  plan: RunPlan | null
  issuing: { done: number; total: number } | null
  made: Made | null
  issue: (ready: readonly ReadyInvoice[]) => Promise<void>
} {
  const organisations = useOrganisations()
  const [proposals, setProposals] = useState<Proposals | null>(null)
  const [issuing, setIssuing] = useState<{ done: number; total: number } | null>(null)
  const [made, setMade] = useState<Made | null>(null)

  useEffect(() => {
    let isCurrent = true
    void propose(run).then((proposed) => {
      if (isCurrent) setProposals(proposed)
    })
    return () => {
      isCurrent = false
    }
  }, [run])

  const issue = useCallback(
    async (ready: readonly ReadyInvoice[]) => {
      const result: Made = { invoices: [], refused: [] }
      for (const [done, { organisationId, name }] of ready.entries()) {
        setIssuing({ done, total: ready.length })
        const answer = await ask('invoice.issue', { organisationId, run })
        if (isRefusal(answer)) result.refused.push({ name, refused: answer.refused })
        else result.invoices.push(answer.invoice)
      }
      setProposals(await propose(run))
      setMade(result)
      setIssuing(null)
    },
    [run],
  )
  return { plan: proposals === null ? null : runPlan(proposals, organisations), issuing, made, issue }
}
