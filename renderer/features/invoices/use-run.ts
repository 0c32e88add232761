import { useCallback, useEffect, useState } from 'react'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type VaultInput } from '#shared/contracts/vault.ts'
import { type DoubtAboutDay } from '#shared/invoicing/doubt-about-day.ts'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { ask } from '../../working-set/client.ts'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useVaultState } from '../../working-set/vault-state.ts'
import { doubtIn } from './day-question.tsx'
import { type ReadyInvoice, type RunPlan, runPlan } from './run-plan.ts'

export type Run = VaultInput<'invoice.issue'>['run']

/** What came of making invoices: those that were made, and why the others were not. */
export type Made = { invoices: Invoice[]; refused: { name: string; refused: string }[] }

/** What was left when the clock was doubted, to go on with once she has said which day it is. */
export type Doubted = { doubt: DoubtAboutDay; ready: readonly ReadyInvoice[] }

type Proposals = Parameters<typeof runPlan>[0]

/** Of what a plan is made, for which run and in which state of the vault. */
type Proposed = { proposals: Proposals; run: Run; at: number | null }

async function propose(run: Run): Promise<Proposals> {
  const answer =
    run.kind === 'yearly'
      ? await ask('invoice.proposeYear', { year: run.year })
      : await ask('invoice.proposeHours', { year: run.year, half: run.half })
  return isRefusal(answer) ? [] : answer.proposals
}

/**
 * The plan of one run (null while it is made) and the way to issue from it: one after the other, so that numbers
 * follow the list, telling after each how many are done. When the day is doubted it stops there and says what is left.
 * The plan is made anew afterwards, and whenever the vault changes in another way.
 */
export function useRun(run: Run): {
  plan: RunPlan | null
  /** The plan is of the vault as it is now: what it says is what would be issued. */
  isCurrent: boolean
  issuing: { done: number; total: number } | null
  made: Made | null
  doubted: Doubted | null
  issue: (ready: readonly ReadyInvoice[], dayConfirmed?: CalendarDate | null) => Promise<void>
  /** Leaves what was doubted as it is. */
  leave: () => void
} {
  const organisations = useOrganisations()
  const [proposed, setProposed] = useState<Proposed | null>(null)
  const stateNumber = useVaultState()?.stateNumber ?? null
  const [issuing, setIssuing] = useState<{ done: number; total: number } | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [doubted, setDoubted] = useState<Doubted | null>(null)

  const isIssuing = issuing !== null
  useEffect(() => {
    let isCurrent = true
    // While invoices are made everything changes, and the plan is made anew when they are.
    if (isIssuing) return
    void propose(run).then((proposals) => {
      if (isCurrent) setProposed({ proposals, run, at: stateNumber })
    })
    return () => {
      isCurrent = false
    }
  }, [run, stateNumber, isIssuing])

  const issue = useCallback(
    async (ready: readonly ReadyInvoice[], dayConfirmed: CalendarDate | null = null) => {
      setDoubted(null)
      const result: Made = { invoices: [], refused: [] }
      for (const [done, { organisationId, name }] of ready.entries()) {
        setIssuing({ done, total: ready.length })
        const answer = await ask('invoice.issue', { organisationId, run, dayConfirmed })
        const doubt = isRefusal(answer) ? doubtIn(answer) : null
        if (doubt !== null) {
          setDoubted({ doubt, ready: ready.slice(done) })
          break
        }
        if (isRefusal(answer)) result.refused.push({ name, refused: answer.refused })
        else result.invoices.push(answer.invoice)
      }
      setMade(result.invoices.length + result.refused.length > 0 ? result : null)
      setIssuing(null)
    },
    [run],
  )
  const leave = useCallback(() => {
    setDoubted(null)
  }, [])
  const plan = proposed === null ? null : runPlan(proposed.proposals, organisations)
  const isCurrent = !isIssuing && proposed?.run === run && proposed.at === stateNumber
  return { plan, isCurrent, issuing, made, doubted, issue, leave }
}
