import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { SharedWords } from '#shared/reports/shared-words.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { contributionText } from '../../locale/contributions.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'
import { useToday } from '../../working-set/today.ts'

const text = contributionText.make

type Props = {
  organisation: Pick<Organisation, 'id' | 'name'>
  period: ReportPeriod
  onMade: () => void
}
type Told = { tone: 'calm' | 'danger'; text: string }

/** Seals this advisor's own counts for a colleague, after saying what is in the file and what is not. */
export function MakeContribution({ organisation, period, onMade }: Props) {
  const today = useToday()
  const [words, setWords] = useState('')
  const [suggested, setSuggested] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [isSealing, setSealing] = useState(false)
  const isHalf = 'year' in period && period.half !== null

  const suggest = async () => {
    const answer = await ask('vault.suggestPassphrase', {})
    setRefusal(isRefusal(answer) ? answer : null)
    if (isRefusal(answer)) return
    setWords(answer.passphrase)
    setSuggested(answer.passphrase)
    setError(undefined)
  }

  const save = async () => {
    setTold(null)
    setRefusal(null)
    const typed = SharedWords.safeParse(words)
    setError(typed.error?.issues[0]?.message)
    if (!typed.success) return
    setSealing(true)
    const answer = await ask('contribution.seal', {
      organisationId: organisation.id,
      period,
      words: typed.data,
    })
    setSealing(false)
    if (isRefusal(answer)) {
      setRefusal(answer)
      return
    }
    const saved = await host.saveFile({
      suggestedName: text.fileName(today),
      kind: 'luwte',
      bytes: answer.file,
    })
    // Where no file came of it nobody can have got it.
    if (!('saved' in saved)) await ask('contribution.neverGiven', { id: answer.id })
    onMade()
    if ('saved' in saved) setTold({ tone: 'calm', text: text.saved(saved.saved) })
    else
      setTold({ tone: saved.refused === 'cancelled' ? 'calm' : 'danger', text: text.notSaved[saved.refused] })
  }

  if (daysOf(period).to >= today) return <Notice>{text.running}</Notice>
  return (
    <>
      <p>{text.lead(period, organisation.name)}</p>
      <p>{text.inside}</p>
      <ul className="points">
        {[...text.insidePoints.slice(0, 2), isHalf ? text.insideHalf : text.insidePoints[2]].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>{text.outside}</p>
      <ul className="points">
        {text.outsidePoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Notice tone="warn">{text.care}</Notice>
      <TextField
        label={contributionText.words}
        description={text.wordsHint}
        value={words}
        error={error}
        onChange={(typed) => {
          setWords(typed)
          setSuggested('')
          setError(undefined)
        }}
      />
      <div>
        <Button onPress={() => void suggest()}>{contributionText.suggest}</Button>
      </div>
      <div role="status">{suggested !== '' && <p className="report-words">{suggested}</p>}</div>
      <RefusalNotice refusal={refusal} />
      <div>
        <Button variant="primary" isPending={isSealing} onPress={() => void save()}>
          {text.save}
        </Button>
      </div>
      {isSealing && <Progress label={text.sealing} />}
      <div role="status">{told !== null && <Notice tone={told.tone}>{told.text}</Notice>}</div>
    </>
  )
}
