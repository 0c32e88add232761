import { useCallback, useEffect, useState } from 'react'
import { type ListedContribution, type ListedGiven } from '#shared/contracts/contribution-commands.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { overlaps, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { ask } from '../../working-set/client.ts'

type All = { contributions: ListedContribution[]; given: ListedGiven[] }

export type ContributionsState = {
  /** What colleagues counted; `null` while it is being looked up. */
  contributions: ListedContribution[] | null
  /** What was given to colleagues. */
  given: ListedGiven[]
  refusal: VaultRefusal | null
  /** Looks again. */
  reload: () => void
}

/** What several advisors counted of some part of this period. */
export function useContributions(organisationId: string, period: ReportPeriod): ContributionsState {
  const [all, setAll] = useState<All | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const reload = useCallback(() => {
    void ask('contribution.list', { organisationId }).then((answer) => {
      setRefusal(isRefusal(answer) ? answer : null)
      if (!isRefusal(answer)) setAll(answer)
    })
  }, [organisationId])
  useEffect(reload, [reload])
  const isOfThis = (one: { period: ReportPeriod }) => overlaps(one.period, period)
  return {
    contributions: all?.contributions.filter(isOfThis) ?? null,
    given: all?.given.filter(isOfThis) ?? [],
    refusal,
    reload,
  }
}
