import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { restoreText } from '../../locale/restore.ts'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Stack } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { NewPassphraseFields, passphraseProblem } from '../../ui/secret/new-passphrase.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ask } from '../../working-set/client.ts'

type Props = { onPrepared: (prepared: VaultAnswer<'vault.prepare'>) => void; onRestore: () => void }

type Problem = { field: 'advisorName'; text: string } | NonNullable<ReturnType<typeof passphraseProblem>>

/** Asks for a name and a passphrase. */
export function ChoosePassphrase({ onPrepared, onRestore }: Props) {
  const { start: text } = vaultText
  const [advisorName, setAdvisorName] = useState('')
  const [chosen, setChosen] = useState({ passphrase: '', again: '' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const known = advisorName.split(/\s+/)

  const prepare = async (): Promise<void> => {
    const found: Problem | null =
      advisorName.trim() === ''
        ? { field: 'advisorName', text: text.nameMissing }
        : passphraseProblem(chosen, known)
    setProblem(found)
    setRefusal(null)
    if (found !== null || isBusy) return
    setBusy(true)
    const answer = await ask('vault.prepare', {
      passphrase: chosen.passphrase,
      advisorName: advisorName.trim(),
    })
    setBusy(false)
    if ('refused' in answer) setRefusal(answer)
    else onPrepared(answer)
  }

  const suggest = async (): Promise<string | null> => {
    const answer = await ask('vault.suggestPassphrase', {})
    if ('refused' in answer) {
      setRefusal(answer)
      return null
    }
    setProblem(null)
    return answer.passphrase
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
          error={problem?.field === 'advisorName' ? problem.text : undefined}
          autoFocus
        />
        <NewPassphraseFields
          label={text.passphrase}
          againLabel={text.again}
          value={chosen}
          onChange={setChosen}
          known={known}
          problem={problem?.field === 'advisorName' ? null : problem}
          onSuggest={suggest}
        />
        <p className="quiet">{text.noWayBack}</p>
        <RefusalNotice refusal={refusal} />
        {isBusy ? (
          <Progress label={text.preparing} />
        ) : (
          <FormActions>
            <Button type="submit" variant="primary">
              {text.action}
            </Button>
            <Button variant="plain" onPress={onRestore}>
              {restoreText.open}
            </Button>
          </FormActions>
        )}
      </Stack>
    </form>
  )
}
