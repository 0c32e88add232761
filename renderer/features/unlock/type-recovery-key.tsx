import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { refusalSentences } from '../../locale/refusals.ts'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Stack } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { ask } from '../../working-set/client.ts'
import { wrongGroups } from './wrong-groups.ts'

type Props = { onShowAgain: () => void; onMade: () => void }

function explain(refusal: VaultRefusal): string {
  const groups = wrongGroups(refusal.fields)
  const sentence = refusalSentences[refusal.refused]
  return groups.length === 0 ? sentence : vaultText.recovery.wrongGroups(groups)
}

/** Has the recovery key typed back from paper; only then is the vault written. */
export function TypeRecoveryKey({ onShowAgain, onMade }: Props) {
  const { recovery: text } = vaultText
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)

  const create = async (): Promise<void> => {
    if (typed.trim() === '' || isBusy) return
    setBusy(true)
    const answer = await ask('vault.create', { recoveryKey: typed.trim() })
    setBusy(false)
    if ('refused' in answer) setRefusal(answer)
    else onMade()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create()
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
          error={refusal === null ? undefined : explain(refusal)}
          autoFocus
        />
        {isBusy ? (
          <Progress label={text.making} />
        ) : (
          <FormActions>
            <Button type="submit" variant="primary">
              {text.action}
            </Button>
            <Button onPress={onShowAgain}>{text.showAgain}</Button>
          </FormActions>
        )}
      </Stack>
    </form>
  )
}
