import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { FilledLine } from '#shared/kernel/text.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Props = {
  title: string
  /** What settling means, in paragraphs. */
  explain: readonly string[]
  recipientHint: string
  /** What the button says that settles. */
  confirm: string
  settling: string
  /** Settles for this recipient; answers why it did not, or null. */
  settle: (recipient: string) => Promise<VaultRefusal | null>
  onSettled: () => void
}

/** The way to freeze a report: a button, and behind it what that means and for whom it is. */
export function SettleDialog({ title, explain, recipientHint, confirm, settling, settle, onSettled }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [recipient, setRecipient] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isSettling, setSettling] = useState(false)

  const settleNow = async () => {
    const filled = FilledLine.safeParse(recipient)
    if (!filled.success) {
      setError(text.recipientMissing)
      return
    }
    setRefusal(null)
    setSettling(true)
    const refused = await settle(filled.data)
    setSettling(false)
    setRefusal(refused)
    if (refused !== null) return
    setOpen(false)
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
        title={title}
        isOpen={isOpen}
        role="alertdialog"
        onClose={() => {
          if (!isSettling) setOpen(false)
        }}
      >
        {explain.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <TextField
          label={text.recipient}
          description={recipientHint}
          value={recipient}
          error={error}
          autoFocus
          onChange={(value) => {
            setRecipient(value)
            setError(undefined)
          }}
        />
        <RefusalNotice refusal={refusal} />
        {isSettling && <Progress label={settling} />}
        <FormActions>
          <Button variant="primary" isPending={isSettling} onPress={() => void settleNow()}>
            {confirm}
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
