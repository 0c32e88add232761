import { useLocation } from 'wouter'
import { trackOf } from '#shared/casework/subjects.ts'
import { type WholeCase } from '#shared/contracts/vault.ts'
import { casesText } from '../../locale/cases.ts'
import { longDate } from '../../locale/dates.ts'
import { periodName } from '../../locale/period-name.ts'
import { spokenDuration } from '../../locale/duration.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/page.tsx'
import { useRow } from '../../working-set/rows.ts'
import { LinkedCases } from './linked-cases.tsx'
import { paths } from './paths.ts'

/** How a case counts in reports, where that is not as one would expect. */
function countsAs({ isQuestion, countsIn }: WholeCase['caseFile']): { name: string; value: string }[] {
  const { facts: text } = casesText
  if (isQuestion) return [{ name: text.countsAs, value: text.asQuestion }]
  if (countsIn === null) return []
  const half = countsIn.endsWith('1') ? 'first-half' : 'second-half'
  return [
    { name: text.countsAs, value: text.lateIn(periodName({ year: Number(countsIn.slice(0, 4)), half })) },
  ]
}

/** What is known about a case. */
export function CaseFacts({ whole }: { whole: WholeCase }) {
  const { fields, facts: text, links } = casesText
  const { caseFile, entries, sameMelder, sameAccused } = whole
  const [, navigate] = useLocation()
  const location = useRow('locations', caseFile.locationId ?? '')
  const minutes = entries.reduce((total, entry) => total + entry.minutes, 0)
  const facts = [
    { name: fields.melderRole, value: vocabulary.melderRole[caseFile.melderRole] },
    { name: fields.subjects, value: caseFile.subjects.map((one) => vocabulary.subject[one]).join(', ') },
    { name: text.track, value: vocabulary.track[trackOf(caseFile.subjects[0] ?? 'not-named')] },
    { name: fields.accusedRole, value: vocabulary.accusedRole[caseFile.accusedRole] },
    ...(location ? [{ name: fields.location, value: location.name }] : []),
    ...(caseFile.position === 'reporting'
      ? []
      : [{ name: fields.position, value: vocabulary.position[caseFile.position] }]),
    ...(caseFile.anonymous ? [{ name: fields.anonymous, value: text.yes }] : []),
    ...countsAs(caseFile),
    { name: fields.firstContactOn, value: longDate(caseFile.firstContactOn) },
    {
      name: fields.privacyToldOn,
      value: caseFile.privacyToldOn === null ? text.notTold : longDate(caseFile.privacyToldOn),
    },
    { name: text.minutesTotal, value: spokenDuration(minutes) },
    ...(sameMelder.length === 0
      ? []
      : [
          {
            name: links.sameMelder,
            value: <LinkedCases caseId={caseFile.id} which="melder" others={sameMelder} />,
          },
        ]),
    ...(sameAccused.length === 0
      ? []
      : [
          {
            name: links.sameAccused,
            value: <LinkedCases caseId={caseFile.id} which="accused" others={sameAccused} />,
          },
        ]),
  ]
  return (
    <Section title={text.title}>
      <Facts facts={facts} />
      <div>
        <Button
          onPress={() => {
            navigate(paths.details(caseFile.id))
          }}
        >
          {casesText.case.change}
        </Button>
      </div>
    </Section>
  )
}
