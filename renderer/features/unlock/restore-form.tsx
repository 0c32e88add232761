import { useState } from 'react'
import { type ChosenFile } from '#shared/contracts/host.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { restoreText as text } from '../../locale/restore.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Stack } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'
import {
  asSecret,
  EitherSecretField,
  OtherSecretButton,
  type TypedSecret,
} from '../../ui/secret/either-secret.tsx'
import { RestoreProblem } from './restore-problem.tsx'

/** A backup that stands as a vault now, and the secret that opened it. */
export type RestoredBackup = { answer: VaultAnswer<'vault.restore'>; secret: TypedSecret }

type Props = { onRestored: (restored: RestoredBackup) => void; onBack: () => void }

/** Asks which backup, and for the secret of its time; makes a vault of it. */
export function RestoreForm({ onRestored, onBack }: Props) {
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [secret, setSecret] = useState<TypedSecret>({ means: 'passphrase', typed: '' })
  const [missing, setMissing] = useState<'file' | 'secret' | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)

  const choose = async (): Promise<void> => {
    const chosen = await host.chooseFile({ purpose: 'backup' })
    if (chosen === null) return
    setFile(chosen)
    setMissing(null)
    setRefusal(null)
  }

  const restore = async (): Promise<void> => {
    setRefusal(null)
    setMissing(file === null ? 'file' : secret.typed === '' ? 'secret' : null)
    if (file === null || secret.typed === '' || isBusy) return
    setBusy(true)
    const answer = await ask('vault.restore', { token: file.token, secret: asSecret(secret) })
    setBusy(false)
    if ('refused' in answer) setRefusal(answer)
    else onRestored({ answer, secret })
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void restore()
      }}
    >
      <Stack>
        <p>{text.lead}</p>
        <div>
          <Button
            variant={file === null ? 'primary' : 'ordinary'}
            isDisabled={isBusy}
            autoFocus
            onPress={() => void choose()}
          >
            {file === null ? text.choose : text.chooseOther}
          </Button>
        </div>
        {file === null ? (
          <p className="quiet">{text.chooseHint}</p>
        ) : (
          <p role="status">{text.chosen(file.name)}</p>
        )}
        {missing === 'file' && <Notice tone="danger">{text.fileMissing}</Notice>}
        <EitherSecretField
          secret={secret}
          onChange={setSecret}
          text={text}
          error={missing === 'secret' ? text[`${secret.means}Missing`] : undefined}
        />
        {refusal !== null && <RestoreProblem refusal={refusal} />}
        {isBusy ? (
          <Progress label={text.busy} />
        ) : (
          <FormActions>
            <Button type="submit" variant={file === null ? 'ordinary' : 'primary'}>
              {text.action}
            </Button>
            <Button onPress={onBack}>{text.back}</Button>
            <OtherSecretButton
              secret={secret}
              onChange={(other) => {
                setSecret(other)
                setMissing(null)
                setRefusal(null)
              }}
              text={text}
            />
          </FormActions>
        )}
      </Stack>
    </form>
  )
}
