import { useState } from 'react'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { Stack } from '../page.tsx'
import { Progress } from '../progress.tsx'
import { TextArea } from '../text-area.tsx'
import { useUiWords } from '../words.tsx'
import { wrongGroups } from './wrong-groups.ts'

type Refusal = { refused: string; fields?: string[] | undefined }

type Props = {
  /** Hands over what was typed; answers why it is not the key, or `null` when it is. */
  onTyped: (recoveryKey: string) => Promise<Refusal | null>
  onShowAgain: () => void
  /** What happens when the key is right, and what is said meanwhile. */
  action: string
  making: string
}

/** Has a recovery key typed back from paper; before that it opens nothing. */
export function TypeRecoveryKey({ onTyped, onShowAgain, action, making }: Props) {
  const { recovery: text } = vaultText
  const words = useUiWords()
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const groups = wrongGroups(refusal?.fields)

  const send = async (): Promise<void> => {
    if (typed.trim() === '' || isBusy) return
    setBusy(true)
    setRefusal(await onTyped(typed.trim()))
    setBusy(false)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Stack>
        <p>{text.typeLead}</p>
        <TextArea
          label={text.field}
          description={text.fieldHint}
          rows={3}
          value={typed}
          onChange={setTyped}
          error={
            refusal === null
              ? undefined
              : groups.length > 0
                ? text.wrongGroups(groups)
                : words.sentence(refusal.refused)
          }
          autoFocus
        />
        {isBusy ? (
          <Progress label={making} />
        ) : (
          <FormActions>
            <Button type="submit" variant="primary">
              {action}
            </Button>
            <Button onPress={onShowAgain}>{text.showAgain}</Button>
          </FormActions>
        )}
      </Stack>
    </form>
  )
}
