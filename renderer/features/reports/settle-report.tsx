import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { FilledLine } from '#shared/kernel/text.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'

type Props = {
  report: AnnualReport
  /** Keeps what was typed last; answers whether all of it is kept. */
  beforehand: () => Promise<boolean>
  onSettled: () => void
}

/** Freezes the report, after saying what that means and asking for whom it is. */
export function SettleReport({ report, beforehand, onSettled }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [recipient, setRecipient] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isSettling, setSettling] = useState(false)
  const { organisationId, period } = report

  const settle = async () => {
    const filled = FilledLine.safeParse(recipient)
    if (!filled.success) {
      setError(text.recipientMissing)
      return
    }
    setRefusal(null)
    setSettling(true)
    if (!(await beforehand())) {
      setSettling(false)
      setRefusal(refuse('invalid-input'))
      return
    }
    const answer = await ask('report.settle', { organisationId, period, recipient: filled.data })
    setSettling(false)
    if ('refused' in answer) {
      setRefusal(answer)
      return
    }
    setOpen(false)
    showToast(text.settled)
    onSettled()
  }

  return (
    <>
      <Button
        variant="primary"
        onPress={() => {
          setOpen(true)
        }}
      >
        {text.settle}
      </Button>
      <Dialog
        title={text.settleTitle(period)}
        isOpen={isOpen}
        role="alertdialog"
        onClose={() => {
          if (!isSettling) setOpen(false)
        }}
      >
        <p>{text.settleExplain}</p>
        <TextField
          label={text.recipient}
          description={text.recipientHint}
          value={recipient}
          error={error}
          autoFocus
          onChange={(value) => {
            setRecipient(value)
            setError(undefined)
          }}
        />
        <RefusalNotice refusal={refusal} />
        {isSettling && <Progress label={text.settling} />}
        <FormActions>
          <Button variant="primary" isPending={isSettling} onPress={() => void settle()}>
            {text.settleConfirm}
          </Button>
          <Button
            onPress={() => {
              setOpen(false)
            }}
          >
            {text.cancel}
          </Button>
        </FormActions>
      </Dialog>
    </>
  )
}
