import { useLocation } from 'wouter'
import { type Entry } from '#shared/casework/entry.ts'
import { casesText } from '../../locale/cases.ts'
import { longDate, shortDate } from '../../locale/dates.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { paths } from './paths.ts'
import { removeEntry } from './remove-entry.ts'
import { whatHappened } from './what-happened.ts'

type Props = { caseId: string; entry: Entry; mayHoldBsn: boolean }

type Step = Extract<Entry, { kind: 'intervention' }>

function StepFacts({ step }: { step: Step }) {
  const { entry: text } = casesText
  const facts = [
    { name: text.withWhom, value: step.participants },
    { name: text.to, value: step.destination === null ? '' : vocabulary.destination[step.destination] },
    {
      name: casesText.consent.title,
      value: step.consent === 'not-needed' ? '' : vocabulary.consent[step.consent],
    },
    { name: text.outcome, value: vocabulary.stepOutcome[step.outcome] },
    { name: text.followUp, value: step.followUpOn === null ? '' : longDate(step.followUpOn) },
  ].filter(({ value }) => value !== '')
  return <Facts facts={facts} />
}

/** One contact or step in the timeline. */
export function Moment({ caseId, entry, mayHoldBsn }: Props) {
  const { entry: text } = casesText
  const [, navigate] = useLocation()
  const what = whatHappened(entry)
  return (
    <li className="moment" data-kind={entry.kind}>
      <div className="moment-head">
        <span className="moment-what">{what}</span>
        <time className="number" dateTime={entry.on}>
          {shortDate(entry.on)}
        </time>
        <span className="quiet number">
          {entry.kind === 'contact' && `${vocabulary.channel[entry.channel]} · `}
          {text.minutesShort(entry.minutes)}
        </span>
        <span className="moment-acts">
          <Button
            variant="plain"
            label={text.changeOf(what, entry.on)}
            onPress={() => {
              navigate(paths.entry(caseId, entry.id))
            }}
          >
            {text.change}
          </Button>
          <Button
            variant="plain"
            label={text.removeOf(what, entry.on)}
            onPress={() => {
              void removeEntry(entry.id)
            }}
          >
            {text.remove}
          </Button>
        </span>
      </div>
      {entry.kind === 'intervention' && <StepFacts step={entry} />}
      {entry.note.trim() !== '' && <p className="moment-note">{entry.note}</p>}
      {mayHoldBsn && <Notice tone="warn">{casesText.case.possibleBsn}</Notice>}
    </li>
  )
}
