import { useCallback, useEffect, useState } from 'react'
import { type ListedContribution } from '#shared/contracts/contribution-commands.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { overlaps, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { ask } from '../../working-set/client.ts'

/** What colleagues counted of some part of this period; `null` while it is being looked up. `reload` looks again. */
export function useContributions(organisationId: string, period: ReportPeriod) {
  const [all, setAll] = useState<ListedContribution[] | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const reload = useCallback(() => {
    void ask('contribution.list', { organisationId }).then((answer) => {
      setRefusal(isRefusal(answer) ? answer : null)
      if (!isRefusal(answer)) setAll(answer.contributions)
    })
  }, [organisationId])
  useEffect(reload, [reload])
  return {
    contributions: all?.filter((one) => overlaps(one.period, period)) ?? null,
    refusal,
    reload,
  }
}
