import './secret.css'
import { useState } from 'react'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { passphraseStrength } from './passphrase-strength.ts'
import { SecretInput, ShowSecret } from './secret-field.tsx'
import { StrengthMeter } from './strength-meter.tsx'

/** A passphrase that is being chosen, typed twice. */
export type NewPassphrase = { passphrase: string; again: string }

type Problem = { field: keyof NewPassphrase; text: string }

/** Why this passphrase will not do, if so: too easy to guess, also for who knows these words, or typed differently. */
export function passphraseProblem(
  { passphrase, again }: NewPassphrase,
  known: readonly string[],
): Problem | null {
  const { start: text } = vaultText
  if (passphrase === '' || passphraseStrength(passphrase, known) === 'weak')
    return { field: 'passphrase', text: text.tooWeak }
  return again === passphrase ? null : { field: 'again', text: text.differs }
}

type Props = {
  label: string
  againLabel: string
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  /** Words that a guesser knows, such as the advisor's name. */
  known: readonly string[]
  problem: Problem | null
  /** Draws six words; `null` when that failed, which the caller tells. */
  onSuggest: () => Promise<string | null>
}

/** Asks for a new passphrase twice; six words can be suggested. There are no rules, only how hard it is to guess. */
export function NewPassphraseFields({
  label,
  againLabel,
  value,
  onChange,
  known,
  problem,
  onSuggest,
}: Props) {
  const { start: text } = vaultText
  const [isShown, setShown] = useState(false)
  const [suggestion, setSuggestion] = useState('')
  const { passphrase, again } = value
  const strength = passphrase === '' ? null : passphraseStrength(passphrase, known)
  const problemAt = (field: keyof NewPassphrase): string | undefined =>
    problem?.field === field ? problem.text : undefined

  const suggest = async (): Promise<void> => {
    const words = await onSuggest()
    if (words === null) return
    setSuggestion(words)
    onChange({ passphrase: words, again: '' })
  }

  return (
    <>
      <SecretInput
        isShown={isShown}
        label={label}
        description={text.passphraseHint}
        value={passphrase}
        onChange={(typed) => {
          setSuggestion('')
          onChange({ passphrase: typed, again })
        }}
        error={problemAt('passphrase')}
      />
      {strength !== null && <StrengthMeter strength={strength} />}
      <FormActions>
        <Button
          onPress={() => {
            void suggest()
          }}
        >
          {text.suggest}
        </Button>
      </FormActions>
      {suggestion !== '' && (
        <div role="status">
          <p className="spoken-words">{suggestion}</p>
          <p className="quiet">{text.suggested}</p>
        </div>
      )}
      <div>
        <SecretInput
          isShown={isShown}
          label={againLabel}
          value={again}
          onChange={(typed) => {
            onChange({ passphrase, again: typed })
          }}
          error={problemAt('again')}
        />
        <ShowSecret isShown={isShown} onChange={setShown} />
      </div>
    </>
  )
}
