import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Stack } from '../../ui/page.tsx'
import { SecretField } from '../../ui/secret/secret-field.tsx'
import { ask } from '../../working-set/client.ts'
import { VaultProblem } from './vault-problem.tsx'

/** Opens the vault with the passphrase, or with the recovery key when that is lost. */
export function UnlockForm({ onUnlocked }: { onUnlocked: (findings: VaultFinding[]) => void }) {
  const [means, setMeans] = useState<'passphrase' | 'recoveryKey'>('passphrase')
  const [secret, setSecret] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const { unlock: text } = vaultText

  const unlock = async (): Promise<void> => {
    if (secret === '' || isBusy) return
    setBusy(true)
    setRefusal(null)
    const answer = await ask(
      'vault.unlock',
      means === 'passphrase' ? { passphrase: secret } : { recoveryKey: secret },
    )
    setBusy(false)
    if ('refused' in answer) setRefusal(answer)
    else onUnlocked(answer.findings)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void unlock()
      }}
    >
      <Stack>
        {means === 'passphrase' ? (
          <SecretField
            key="passphrase"
            label={text.passphrase}
            value={secret}
            onChange={setSecret}
            autoFocus
          />
        ) : (
          <SecretField
            key="recovery"
            label={text.recoveryKey}
            description={text.recoveryKeyHint}
            value={secret}
            onChange={setSecret}
            autoFocus
          />
        )}
        {refusal !== null && <VaultProblem refusal={refusal} />}
        {isBusy ? (
          <Progress label={text.deriving} />
        ) : (
          <FormActions>
            <Button type="submit" variant="primary">
              {text.action}
            </Button>
            <Button
              variant="plain"
              onPress={() => {
                setMeans(means === 'passphrase' ? 'recoveryKey' : 'passphrase')
                setSecret('')
                setRefusal(null)
              }}
            >
              {means === 'passphrase' ? text.withRecoveryKey : text.withPassphrase}
            </Button>
          </FormActions>
        )}
      </Stack>
    </form>
  )
}
