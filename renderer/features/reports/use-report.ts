import { useEffect, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { EMPTY_DRAFT } from '#shared/reports/report-draft.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { ask } from '../../working-set/client.ts'

/** The report as the vault gives it out: not there yet, refused with a reason, or there. */
export type ReportState = VaultAnswer<'report.preview'> | { refusal: VaultRefusal } | null

/** Asks for the report once; `replace` puts the settled one in its place. */
export function useReport(
  organisationId: string,
  year: number,
): [state: ReportState, replace: (report: AnnualReport) => void] {
  const [state, setState] = useState<ReportState>(null)
  useEffect(() => {
    let isGone = false
    void ask('report.preview', { organisationId, period: wholeYear(year) }).then((answer) => {
      if (isGone) return
      setState('refused' in answer ? { refusal: answer } : answer)
    })
    return () => {
      isGone = true
    }
  }, [organisationId, year])
  return [
    state,
    (report) => {
      setState({ report, draft: EMPTY_DRAFT, explanations: [] })
    },
  ]
}
