import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { restoreText as text } from '../../locale/restore.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ask } from '../../working-set/client.ts'
import { asSecret } from '../../ui/secret/either-secret.tsx'
import { type RestoredBackup } from './restore-form.tsx'
import { VaultProblem } from './vault-problem.tsx'

type Props = {
  restored: RestoredBackup
  /** There was no vault on this computer before. */
  isFirst: boolean
  onUnlocked: (findings: VaultFinding[]) => void
  onBack: () => void
}

/** What came back and where it stands; opens it with the secret that was just typed. */
export function RestoreDone({ restored: { answer, secret }, isFirst, onUnlocked, onBack }: Props) {
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { vault, destroyedAgain, destroyedList } = answer

  const unlock = async (): Promise<void> => {
    setBusy(true)
    const opened = await ask('vault.unlock', { ...asSecret(secret), vault })
    setBusy(false)
    if ('refused' in opened) setRefusal(opened)
    else onUnlocked(opened.findings)
  }

  return (
    <>
      <p role="status">{text.done(answer)}</p>
      <p>{isFirst ? text.first : text.beside(vault)}</p>
      {(destroyedList === 'whole' || destroyedAgain > 0) && <p>{text.destroyedAgain(destroyedAgain)}</p>}
      {destroyedList !== 'whole' && <Notice tone="warn">{text.destroyedList[destroyedList]}</Notice>}
      {refusal !== null && <VaultProblem refusal={refusal} />}
      {isBusy ? (
        <Progress label={text.unlocking} />
      ) : (
        <FormActions>
          <Button variant="primary" autoFocus onPress={() => void unlock()}>
            {text.unlock}
          </Button>
          <Button onPress={onBack}>{text.back}</Button>
        </FormActions>
      )}
    </>
  )
}
