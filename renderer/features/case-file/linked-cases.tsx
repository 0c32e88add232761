import { type Id } from '#shared/kernel/id.ts'
import { casesText } from '../../locale/cases.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { Button } from '../../ui/button.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useRows } from '../../working-set/rows.ts'
import { offerToPutBack } from './offer-to-put-back.ts'
import { paths } from './paths.ts'

type Props = { caseId: Id; which: 'melder' | 'accused'; others: readonly Id[] }

/** Other cases that concern the same person, and a way to say that it is somebody else after all. */
export function LinkedCases({ caseId, which, others }: Props) {
  const { links: text } = casesText
  const cases = useRows('cases') ?? []
  const linked = cases.filter(({ id }) => others.includes(id))

  const unlink = async (): Promise<void> => {
    const answer = await ask('case.unlink', { id: caseId, which })
    if ('refused' in answer) showToast(sentenceFor(answer.refused))
    else offerToPutBack(which === 'melder' ? text.unlinkedMelder : text.unlinkedAccused)
  }

  return (
    <div className="linked-cases">
      <ul>
        {linked.map(({ id, reference, label }) => (
          <li key={id}>
            <TextLink to={paths.case(id)}>{text.other(reference, label)}</TextLink>
          </li>
        ))}
      </ul>
      <Button
        variant="plain"
        label={which === 'melder' ? text.unlinkMelder : text.unlinkAccused}
        onPress={() => {
          void unlink()
        }}
      >
        {text.unlink}
      </Button>
    </div>
  )
}
