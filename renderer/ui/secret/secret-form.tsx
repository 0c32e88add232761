import { useState, type ReactNode } from 'react'
import { secretText as text } from '../../locale/secret.ts'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { RefusalNotice } from '../notice.tsx'
import { Stack } from '../page.tsx'
import { useUiWords } from '../words.tsx'
import { asSecret, EitherSecretField, OtherSecretButton, type TypedSecret } from './either-secret.tsx'
import { wrongGroups } from './wrong-groups.ts'

type Refusal = { refused: string; fields?: string[] | undefined }

type Props = {
  /** What happens: "Trek de sleutel in". */
  action: string
  isDangerous?: boolean
  /** The name of the field for the passphrase, where "your passphrase" could be mistaken for another. */
  label?: string
  /** What is asked besides. */
  children?: ReactNode
  /** Answers why not, or `null` when it was done. Not asked while what is asked besides does not fit. */
  onSubmit: (secret: ReturnType<typeof asSecret>) => Promise<Refusal | null>
  /** Shown while it is being done. */
  progress: ReactNode
  onCancel: () => void
}

const WRONG = ['wrong-passphrase', 'wrong-recovery-key', 'recovery-key-mistyped']

/** Asks for the passphrase, or else the recovery key, and does something with it; says why not under the field. */
export function SecretForm({
  action,
  isDangerous = false,
  label = text.passphrase,
  children,
  onSubmit,
  progress,
  onCancel,
}: Props) {
  const words = useUiWords()
  const [secret, setSecret] = useState<TypedSecret>({ means: 'passphrase', typed: '' })
  const [isMissing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const groups = wrongGroups(refusal?.fields)
  const isWrong = refusal !== null && WRONG.includes(refusal.refused)

  const submit = async (): Promise<void> => {
    const hasNone = secret.typed.trim() === ''
    setMissing(hasNone)
    setRefusal(null)
    if (hasNone || isBusy) return
    setBusy(true)
    const refused = await onSubmit(asSecret(secret))
    setBusy(false)
    setRefusal(refused)
  }

  const wrong = (): string | undefined => {
    if (isMissing) return text.missing[secret.means]
    if (!isWrong) return undefined
    return groups.length > 0 ? vaultText.recovery.wrongGroups(groups) : words.sentence(refusal.refused)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack>
        {children}
        <EitherSecretField
          secret={secret}
          onChange={setSecret}
          text={{ ...text, passphrase: label }}
          error={wrong()}
        />
        <div>
          <OtherSecretButton
            secret={secret}
            text={text}
            onChange={(other) => {
              setSecret(other)
              setMissing(false)
              setRefusal(null)
            }}
          />
        </div>
        {!isWrong && <RefusalNotice refusal={refusal} />}
        {isBusy ? (
          progress
        ) : (
          <FormActions>
            <Button type="submit" variant={isDangerous ? 'danger' : 'primary'}>
              {action}
            </Button>
            <Button onPress={onCancel}>{words.cancel}</Button>
          </FormActions>
        )}
      </Stack>
    </form>
  )
}
