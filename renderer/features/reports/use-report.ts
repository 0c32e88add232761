import { useCallback, useEffect } from 'react'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { ask } from '../../working-set/client.ts'
import { type PreviewState, usePreview } from './use-preview.ts'

export type ReportState = PreviewState<VaultAnswer<'report.preview'>> & {
  /** Stops what is being computed; it is then refused as `superseded`. */
  stop: () => void
}

/** The report of one organisation and period. Who leaves the screen lets nothing go on computing for it. */
export function useReport(organisationId: string, period: ReportPeriod): ReportState {
  const state = usePreview(
    useCallback(() => ask('report.preview', { organisationId, period }), [organisationId, period]),
  )
  const stop = useCallback(
    () => void ask('report.stop', { organisationId, period }),
    [organisationId, period],
  )
  useEffect(() => stop, [stop])
  return { ...state, stop }
}
