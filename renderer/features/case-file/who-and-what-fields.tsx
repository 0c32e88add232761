import { useController, useFormContext, useWatch } from 'react-hook-form'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { DISCRIMINATION_GROUNDS } from '#shared/casework/subjects.ts'
import { casesText } from '../../locale/cases.ts'
import { choicesFrom, vocabulary } from '../../locale/vocabulary.ts'
import { FormCheckboxes, FormSelect } from '../../ui/form/form-choices.tsx'
import { type WithDetails } from './details-form.ts'
import { SubjectField } from './subject-field.tsx'

/** A part of its own, so that the form knows the fields in the order in which they stand. */
function WhatFields() {
  const { control } = useFormContext<WithDetails>()
  const melderRole = useWatch({ control, name: 'details.melderRole' })
  const { field, fieldState } = useController({ control, name: 'details.subjects' })
  return (
    <>
      <SubjectField
        value={field.value}
        onChange={field.onChange}
        focusRef={field.ref}
        melderRole={melderRole}
        error={fieldState.error?.message}
      />
      {field.value.includes('discrimination') && (
        <FormCheckboxes
          control={control}
          name="details.discriminationGrounds"
          label={casesText.fields.grounds}
          isOptional
          choices={choicesFrom(DISCRIMINATION_GROUNDS, vocabulary.discriminationGround)}
        />
      )}
    </>
  )
}

/** Who tells it and what it is about; the grounds of discrimination appear when that is a subject. */
export function WhoAndWhatFields() {
  const { control } = useFormContext<WithDetails>()
  return (
    <>
      <FormSelect
        control={control}
        name="details.melderRole"
        label={casesText.fields.melderRole}
        choices={choicesFrom(MELDER_ROLES, vocabulary.melderRole)}
      />
      <WhatFields />
    </>
  )
}
