import { useFormContext, useWatch } from 'react-hook-form'
import { CHANNELS } from '#shared/casework/roles.ts'
import { casesText } from '../../locale/cases.ts'
import { choicesFrom, vocabulary } from '../../locale/vocabulary.ts'
import { FormDate, FormNumber } from '../../ui/form/form-amounts.tsx'
import { FormSelect } from '../../ui/form/form-choices.tsx'
import { Row } from '../../ui/page.tsx'
import { type EntryInput } from './entry-form.ts'
import { StepFields } from './step-fields.tsx'

/** The fields of a contact or step but its note. */
export function EntryFields() {
  const { entry: text } = casesText
  const { control } = useFormContext<EntryInput>()
  const kind = useWatch({ control, name: 'kind' })
  return (
    <>
      {kind === 'intervention' && <StepFields />}
      <Row>
        <FormDate control={control} name="on" label={text.on} width="short" />
        {kind === 'contact' && (
          <FormSelect
            control={control}
            name="channel"
            label={text.channel}
            choices={choicesFrom(CHANNELS, vocabulary.channel)}
          />
        )}
        <FormNumber control={control} name="minutes" label={text.minutes} />
      </Row>
    </>
  )
}
