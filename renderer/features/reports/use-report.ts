import { useCallback } from 'react'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { ask } from '../../working-set/client.ts'
import { type PreviewState, usePreview } from './use-preview.ts'

export type ReportState = PreviewState<VaultAnswer<'report.preview'>>

/** The report of one organisation and period. */
export function useReport(organisationId: string, period: ReportPeriod): ReportState {
  return usePreview(
    useCallback(() => ask('report.preview', { organisationId, period }), [organisationId, period]),
  )
}
