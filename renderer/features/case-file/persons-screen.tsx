import './case-file.css'
import { useFieldArray } from 'react-hook-form'
import { useLocation } from 'wouter'
import { type WholeCase } from '#shared/contracts/vault.ts'
import { PERSON_PARTS, Persons } from '#shared/casework/persons.ts'
import { casesText } from '../../locale/cases.ts'
import { uiText } from '../../locale/app.ts'
import { choicesFrom, vocabulary } from '../../locale/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Page, Row } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { paths } from './paths.ts'
import { WithCase } from './with-case.tsx'

const NOBODY = { part: 'melder', name: '', reach: '', remark: '' } as const

function PersonsForm({ whole }: { whole: WholeCase }) {
  const { persons: text } = casesText
  const { id } = whole.caseFile
  const [, navigate] = useLocation()
  const { people } = whole.persons
  const draft = useFormDraft('persons', id)
  const form = useRecordForm(Persons, { people: people.length === 0 ? [NOBODY] : people })
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'people' })
  const back = (): void => {
    navigate(paths.case(id), { replace: true })
  }
  return (
    <Page title={text.title} lead={text.lead}>
      <RecordForm
        form={form}
        draft={draft}
        onSubmit={async (persons) => {
          const answer = await ask('case.savePersons', { id, persons })
          if ('refused' in answer) return answer
          showToast(text.saved)
          back()
          return answer
        }}
        actions={
          <>
            <Button type="submit" variant="primary">
              {text.save}
            </Button>
            <FormCancel onPress={back}>{uiText.cancel}</FormCancel>
          </>
        }
      >
        {fields.map((field, index) => (
          <div key={field.id} className="person" role="group" aria-label={text.numbered(index + 1)}>
            <Row>
              <FormText control={control} name={`people.${index}.name`} label={text.name} />
              <FormSelect
                control={control}
                name={`people.${index}.part`}
                label={text.part}
                choices={choicesFrom(PERSON_PARTS, vocabulary.personPart)}
              />
            </Row>
            <Row>
              <FormText control={control} name={`people.${index}.reach`} label={text.reach} isOptional />
              <FormText control={control} name={`people.${index}.remark`} label={text.remark} isOptional />
            </Row>
            <div>
              <Button
                variant="plain"
                label={text.remove(index + 1)}
                onPress={() => {
                  remove(index)
                }}
              >
                {text.removeShort}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button
            onPress={() => {
              append(NOBODY)
            }}
          >
            {text.add}
          </Button>
        </div>
      </RecordForm>
    </Page>
  )
}

/** Changes names and how to reach people. */
export function PersonsScreen({ id }: { id: string }) {
  return <WithCase id={id}>{(whole) => <PersonsForm whole={whole} />}</WithCase>
}
