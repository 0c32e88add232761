import { useCallback, useEffect } from 'react'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type JointSubject } from '#shared/reports/joint-report.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { ask } from '../../working-set/client.ts'
import { type PreviewState, usePreview } from './use-preview.ts'

/** Names a report of several organisations. */
export type JointOf = { subject: JointSubject; period: ReportPeriod }

export type JointReportState = PreviewState<VaultAnswer<'jointReport.preview'>> & {
  /** Stops what is being computed; it is then refused as `superseded`. */
  stop: () => void
}

/** A report of several organisations. Who leaves the screen lets nothing go on computing for it. */
export function useJointReport(of: JointOf): JointReportState {
  const state = usePreview(useCallback(() => ask('jointReport.preview', of), [of]))
  const stop = useCallback(() => void ask('jointReport.stop', of), [of])
  useEffect(() => stop, [stop])
  return { ...state, stop }
}
