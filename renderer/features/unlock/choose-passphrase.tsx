import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Stack } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ask } from '../../working-set/client.ts'
import { passphraseStrength } from './passphrase-strength.ts'
import { SecretInput, ShowSecret } from './secret-field.tsx'
import { StrengthMeter } from './strength-meter.tsx'

type Problem = { field: 'advisorName' | 'passphrase' | 'again'; text: string }

/** Asks for a name and a passphrase; six words can be suggested. There are no rules, only how hard it is to guess. */
export function ChoosePassphrase({ onPrepared }: { onPrepared: (recoveryKey: string) => void }) {
  const { start: text } = vaultText
  const [advisorName, setAdvisorName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isShown, setShown] = useState(false)
  const [suggestion, setSuggestion] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const strength = passphrase === '' ? null : passphraseStrength(passphrase, advisorName.split(/\s+/))
  const problemAt = (field: Problem['field']): string | undefined =>
    problem?.field === field ? problem.text : undefined

  const findProblem = (): Problem | null => {
    if (advisorName.trim() === '') return { field: 'advisorName', text: text.nameMissing }
    if (strength === null || strength === 'weak') return { field: 'passphrase', text: text.tooWeak }
    if (again !== passphrase) return { field: 'again', text: text.differs }
    return null
  }

  const prepare = async (): Promise<void> => {
    const found = findProblem()
    setProblem(found)
    setRefusal(null)
    if (found !== null || isBusy) return
    setBusy(true)
    const answer = await ask('vault.prepare', { passphrase, advisorName: advisorName.trim() })
    setBusy(false)
    if ('refused' in answer) setRefusal(answer)
    else onPrepared(answer.recoveryKey)
  }

  const suggest = async (): Promise<void> => {
    const answer = await ask('vault.suggestPassphrase', {})
    if ('refused' in answer) return setRefusal(answer)
    setSuggestion(answer.passphrase)
    setPassphrase(answer.passphrase)
    setAgain('')
    setProblem(null)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void prepare()
      }}
    >
      <Stack>
        <p>{text.lead}</p>
        <TextField
          label={text.advisorName}
          description={text.advisorNameHint}
          value={advisorName}
          onChange={setAdvisorName}
          error={problemAt('advisorName')}
          autoFocus
        />
        <SecretInput
          isShown={isShown}
          label={text.passphrase}
          description={text.passphraseHint}
          value={passphrase}
          onChange={(typed) => {
            setPassphrase(typed)
            setSuggestion('')
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
            label={text.again}
            value={again}
            onChange={setAgain}
            error={problemAt('again')}
          />
          <ShowSecret isShown={isShown} onChange={setShown} />
        </div>
        <p className="quiet">{text.noWayBack}</p>
        <RefusalNotice refusal={refusal} />
        {isBusy ? (
          <Progress label={text.preparing} />
        ) : (
          <FormActions>
            <Button type="submit" variant="primary">
              {text.action}
            </Button>
          </FormActions>
        )}
      </Stack>
    </form>
  )
}
