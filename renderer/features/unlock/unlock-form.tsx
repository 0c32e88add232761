import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { restoreText } from '../../locale/restore.ts'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Stack } from '../../ui/page.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { ask } from '../../working-set/client.ts'
import {
  asSecret,
  EitherSecretField,
  OtherSecretButton,
  type TypedSecret,
} from '../../ui/secret/either-secret.tsx'
import { VaultProblem } from './vault-problem.tsx'

type Props = {
  /** By name, her own first; where there are more she chooses, anew every time. */
  vaults: readonly string[]
  onUnlocked: (findings: VaultFinding[]) => void
  onRestore: () => void
}

/** Opens the vault with the passphrase, or with the recovery key when that is lost. */
export function UnlockForm({ vaults, onUnlocked, onRestore }: Props) {
  const [vault, setVault] = useState(vaults[0] ?? null)
  const [secret, setSecret] = useState<TypedSecret>({ means: 'passphrase', typed: '' })
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const { unlock: text } = vaultText

  const unlock = async (reading: boolean): Promise<void> => {
    if (secret.typed === '' || isBusy) return
    setBusy(true)
    setRefusal(null)
    const which = vault === null ? {} : { vault }
    const answer = await ask('vault.unlock', { ...asSecret(secret), ...which, reading })
    setBusy(false)
    if ('refused' in answer) setRefusal(answer)
    else onUnlocked(answer.findings)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void unlock(false)
      }}
    >
      <Stack>
        {vaults.length > 1 && (
          <RadioField
            label={text.which}
            value={vault}
            onChange={(chosen) => {
              setVault(chosen)
              setRefusal(null)
            }}
            choices={vaults.map((name, place) => ({ value: name, label: text.vaultName(name, place) }))}
            layout="column"
          />
        )}
        <EitherSecretField secret={secret} onChange={setSecret} text={text} autoFocus />
        {refusal !== null && <VaultProblem refusal={refusal} />}
        {refusal?.refused === 'in-use' && (
          <>
            <p>{text.readingLead}</p>
            <FormActions>
              <Button onPress={() => void unlock(true)}>{text.readingAction}</Button>
            </FormActions>
          </>
        )}
        {isBusy ? (
          <Progress label={text.deriving} />
        ) : (
          <>
            <FormActions>
              <Button type="submit" variant="primary">
                {text.action}
              </Button>
              <OtherSecretButton
                secret={secret}
                onChange={(other) => {
                  setSecret(other)
                  setRefusal(null)
                }}
                text={text}
              />
            </FormActions>
            <div className="gate-other">
              <Button variant="plain" onPress={onRestore}>
                {restoreText.open}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </form>
  )
}
