import { useLocation } from 'wouter'
import { type Persons } from '#shared/casework/persons.ts'
import { casesText } from '../../locale/cases.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Fold } from '../../ui/fold.tsx'
import { paths } from './paths.ts'

/** Names and how to reach people: behind a click, so that nobody reads them over her shoulder. */
export function PersonsFold({ caseId, persons }: { caseId: string; persons: Persons }) {
  const { persons: text } = casesText
  const [, navigate] = useLocation()
  return (
    <Fold title={text.title}>
      {persons.people.length === 0 && <p className="quiet">{text.none}</p>}
      {persons.people.map(({ part, name, reach, remark }, index) => (
        <Facts
          key={`${index}-${name}`}
          facts={[
            { name: vocabulary.personPart[part], value: name },
            ...(reach === '' ? [] : [{ name: text.reach, value: reach }]),
            ...(remark === '' ? [] : [{ name: text.remark, value: remark }]),
          ]}
        />
      ))}
      <div>
        <Button
          onPress={() => {
            navigate(paths.persons(caseId))
          }}
        >
          {text.change}
        </Button>
      </div>
    </Fold>
  )
}
