import { useFormContext, useWatch } from 'react-hook-form'
import { ACCUSED_ROLES, CHANNELS, POSITIONS } from '#shared/casework/roles.ts'
import { casesText } from '../../locale/cases.ts'
import { choicesFrom, vocabulary } from '../../locale/vocabulary.ts'
import { FormDate } from '../../ui/form/form-amounts.tsx'
import { FormCheckbox, FormCombo, FormRadio, FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { Row } from '../../ui/page.tsx'
import { useRows, useRowsOf } from '../../working-set/rows.ts'
import { type WithDetails } from './details-form.ts'
import { otherCaseChoices } from './other-case-choices.ts'

/** What is written down about a case when there is time for it. `ownId` is the case itself, once it has begun. */
export function MoreFields({ ownId }: { ownId: string | null }) {
  const { fields: text } = casesText
  const { control } = useFormContext<WithDetails>()
  const organisationId = useWatch({ control, name: 'details.organisationId' })
  const locations = useRowsOf('locations', organisationId ?? '') ?? []
  const others = otherCaseChoices(useRows('cases') ?? [], organisationId, ownId)

  return (
    <>
      <FormText
        control={control}
        name="details.label"
        label={text.label}
        description={text.labelHint}
        isOptional
      />
      <Row>
        <FormDate control={control} name="details.firstContactOn" label={text.firstContactOn} />
        <FormSelect
          control={control}
          name="details.channel"
          label={text.channel}
          choices={choicesFrom(CHANNELS, vocabulary.channel)}
        />
      </Row>
      {locations.length > 0 && (
        <FormCombo
          control={control}
          name="details.locationId"
          label={text.location}
          placeholder={text.locationNone}
          isOptional
          choices={locations.map(({ id, name, type }) => ({ value: id, label: name, detail: type }))}
        />
      )}
      <FormRadio
        control={control}
        name="details.position"
        label={text.position}
        choices={choicesFrom(POSITIONS, vocabulary.position)}
      />
      <FormSelect
        control={control}
        name="details.accusedRole"
        label={text.accusedRole}
        choices={choicesFrom(ACCUSED_ROLES, vocabulary.accusedRole)}
      />
      <FormCheckbox control={control} name="details.anonymous">
        {text.anonymous}
      </FormCheckbox>
      <FormDate
        control={control}
        name="details.privacyToldOn"
        label={text.privacyToldOn}
        description={text.privacyHint}
        isOptional
      />
      {others.length > 0 && (
        <Row>
          <FormCombo
            control={control}
            name="details.sameMelderAs"
            label={text.sameMelderAs}
            description={text.otherCaseHint}
            isOptional
            choices={others}
          />
          <FormCombo
            control={control}
            name="details.sameAccusedAs"
            label={text.sameAccusedAs}
            isOptional
            choices={others}
          />
        </Row>
      )}
    </>
  )
}
