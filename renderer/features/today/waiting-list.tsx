import './today.css'
import { type CaseSummary } from '#shared/casework/case-file.ts'
import { casesText } from '../../locale/cases.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Section } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'

type Props = {
  title: string
  hint?: string
  cases: readonly CaseSummary[]
  organisationNames: ReadonlyMap<string, string>
  isLate?: boolean
}

/** Cases that wait for the same reason, each a link to where it can be dealt with. */
export function WaitingList({ title, hint, cases, organisationNames, isLate = false }: Props) {
  const { today: text } = casesText
  if (cases.length === 0) return null
  return (
    <Section title={title}>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      <ul className="waiting">
        {cases.map(({ id, reference, label, state, organisationId, subject, followUpOn, lastEntryOn }) => (
          <li key={id}>
            <TextLink to={`/casussen/${id}`}>{label === '' ? reference : label}</TextLink>
            <span className={isLate ? 'waiting-late number' : 'number'}>
              {followUpOn === null ? text.lastContact(lastEntryOn) : text.followUp(followUpOn)}
            </span>
            <span className="quiet">
              {[
                label === '' ? '' : reference,
                organisationNames.get(organisationId),
                vocabulary.subject[subject],
                state === 'closed' ? text.aftercare : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
