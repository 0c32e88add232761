import { Button } from '../button.tsx'
import { SecretField } from './secret-field.tsx'

/** The two ways into a vault or a backup, one of which is typed. */
export type TypedSecret = { means: 'passphrase' | 'recoveryKey'; typed: string }

/** What was typed, as a command takes it. */
export function asSecret({ means, typed }: TypedSecret): { passphrase: string } | { recoveryKey: string } {
  return means === 'passphrase' ? { passphrase: typed } : { recoveryKey: typed }
}

/** A field for the passphrase or, in its place, the recovery key. */
export function EitherSecretField({
  secret: { means, typed },
  onChange,
  text,
  error,
  autoFocus = false,
}: {
  secret: TypedSecret
  onChange: (secret: TypedSecret) => void
  text: { passphrase: string; passphraseHint?: string; recoveryKey: string; recoveryKeyHint: string }
  error?: string | undefined
  autoFocus?: boolean
}) {
  return (
    <SecretField
      key={means}
      label={text[means]}
      description={means === 'passphrase' ? text.passphraseHint : text.recoveryKeyHint}
      value={typed}
      onChange={(next) => {
        onChange({ means, typed: next })
      }}
      error={error}
      autoFocus={autoFocus}
    />
  )
}

/** Changes to the other way in; what was typed for this one is forgotten. */
export function OtherSecretButton({
  secret: { means },
  onChange,
  text,
}: {
  secret: TypedSecret
  onChange: (secret: TypedSecret) => void
  text: { withPassphrase: string; withRecoveryKey: string }
}) {
  return (
    <Button
      variant="plain"
      onPress={() => {
        onChange({ means: means === 'passphrase' ? 'recoveryKey' : 'passphrase', typed: '' })
      }}
    >
      {means === 'passphrase' ? text.withRecoveryKey : text.withPassphrase}
    </Button>
  )
}
