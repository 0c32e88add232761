import { useState } from 'react'
import { placeOfCopy } from '../../../locale/safety-documents.ts'
import { destructionText as text } from '../../../locale/destruction.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page, Section, Stack } from '../../../ui/page.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { useRow } from '../../../working-set/rows.ts'
import { paths } from '../paths.ts'

type Props = { destructionId: string; caseId: string }

/** What came of a destruction, which copies were out of reach, and a list of what lies outside Luwte. */
export function Destroyed({ destructionId, caseId }: Props) {
  const destruction = useRow('destructions', destructionId)
  if (destruction === undefined || destruction === null) return null
  const words = destruction.what === 'case' ? text.wholeCase : text.persons
  const open = destruction.copiesOutOfReach.filter(({ goneOn }) => goneOn === null)
  return (
    <Page
      title={words.done}
      lead={
        <TextLink to={destruction.what === 'case' ? '/casussen' : paths.case(caseId)}>{words.back}</TextLink>
      }
    >
      <Notice tone={open.length === 0 ? 'calm' : 'warn'}>
        <p>{text.result.rewritten(destruction.copiesRewritten)}</p>
        <p>{open.length === 0 ? text.result.noneAway : text.result.away}</p>
        {open.length > 0 && (
          <ul className="points">
            {open.map((copy) => (
              <li key={`${copy.targetId ?? ''} ${copy.target} ${copy.fileName}`}>
                {text.result.copy(placeOfCopy(copy), copy.fileName)}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <Outside />
      <p>
        <TextLink to="/beveiliging">{text.result.security}</TextLink> <span>{text.result.certificate}</span>
      </p>
    </Page>
  )
}

/** What Luwte cannot destroy, to be gone through by hand. */
function Outside() {
  const { outside } = text
  const [done, setDone] = useState<readonly string[]>([])
  return (
    <Section title={outside.title}>
      <p>{outside.lead}</p>
      <Stack>
        {outside.items.map((item) => (
          <Checkbox
            key={item}
            isSelected={done.includes(item)}
            onChange={(isDone) => {
              setDone(isDone ? [...done, item] : done.filter((one) => one !== item))
            }}
          >
            {item}
          </Checkbox>
        ))}
      </Stack>
    </Section>
  )
}
