import { useFormContext, useWatch } from 'react-hook-form'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { casesText } from '../../locale/cases.ts'
import { FormCombo } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { NEW_ORGANISATION, type NewMeldingInput } from './new-melding.ts'
import { useOnOtherOrganisation } from './use-on-other-organisation.ts'

/** Where it happened: a known organisation, or a new one by its name alone, for whoever calls unexpectedly. */
export function OrganisationFields({ organisations }: { organisations: readonly Organisation[] }) {
  const { control, setValue } = useFormContext<NewMeldingInput>()
  const chosen = useWatch({ control, name: 'details.organisationId' })
  useOnOtherOrganisation(chosen, () => {
    setValue('details.locationId', null)
  })
  const choices = [
    ...organisations.map(({ id, name }) => ({ value: id, label: name })),
    { value: NEW_ORGANISATION, label: casesText.newMelding.newOrganisation },
  ]
  return (
    <>
      {organisations.length > 0 && (
        <FormCombo
          control={control}
          name="details.organisationId"
          label={casesText.fields.organisation}
          choices={choices}
        />
      )}
      {(organisations.length === 0 || chosen === NEW_ORGANISATION) && (
        <FormText
          control={control}
          name="newOrganisationName"
          label={
            organisations.length === 0
              ? casesText.fields.organisation
              : casesText.newMelding.newOrganisationName
          }
          description={casesText.newMelding.newOrganisationHint}
        />
      )}
    </>
  )
}
