import { isRefusal, refuse } from '#shared/kernel/refusal.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { reportText as text } from '../../locale/reports.ts'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { SettleDialog } from './settle-dialog.tsx'

type Props = {
  report: AnnualReport
  /** Keeps what was typed last; answers whether all of it is kept. */
  beforehand: () => Promise<boolean>
  onSettled: () => void
}

/** Freezes the report, after saying what that means and asking for whom it is. */
export function SettleReport({ report: { organisationId, period }, beforehand, onSettled }: Props) {
  return (
    <SettleDialog
      title={text.settleTitle(period)}
      explain={[text.settleExplain]}
      recipientHint={text.recipientHint}
      confirm={text.settleConfirm}
      settling={text.settling}
      settle={async (recipient) => {
        if (!(await beforehand())) return refuse('invalid-input')
        const answer = await ask('report.settle', { organisationId, period, recipient })
        return isRefusal(answer) ? answer : null
      }}
      onSettled={() => {
        showToast(text.settled)
        onSettled()
      }}
    />
  )
}
