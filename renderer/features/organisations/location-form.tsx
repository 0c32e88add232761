import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Engagement } from '#shared/organisations/engagement.ts'
import { type Location, LOCATION_TYPES } from '#shared/organisations/location.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import {
  locationsText as text,
  organisationsFieldErrors,
  organisationsText,
} from '../../locale/organisations.ts'
import { Button } from '../../ui/button.tsx'
import { fieldsSchema } from '../../ui/form/fields-schema.ts'
import { FormDate } from '../../ui/form/form-amounts.tsx'
import { FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Notice } from '../../ui/notice.tsx'
import { Row } from '../../ui/page.tsx'
import { ask } from '../../working-set/client.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { type LocationFields, locationFields, readLocation, worthASecondLook } from './location-fields.ts'
import { paths } from './paths.ts'
import { removeWithUndo } from './remove-with-undo.ts'

const types = LOCATION_TYPES.map((value) => ({ value, label: text.types[value] }))

/** One location: its number, its name and how long it is under contract. */
export function LocationForm({
  organisation,
  location,
  engagement,
}: {
  organisation: Organisation
  location: Location | null
  engagement: Engagement | null
}) {
  const [, navigate] = useLocation()
  const draft = useFormDraft(location === null ? 'new-location' : 'location', location?.id ?? organisation.id)
  const form = useRecordForm(
    fieldsSchema((fields: LocationFields) => readLocation(fields, organisation.id), organisationsFieldErrors),
    locationFields(location, engagement?.startsOn ?? null),
  )
  const { control } = form
  const lrkNumber = useWatch({ control, name: 'lrkNumber' })
  const back = () => {
    navigate(paths.organisation(organisation.id))
  }
  return (
    <RecordForm
      form={form}
      draft={draft}
      label={location === null ? text.newTitle(organisation.name) : text.changeTitle(location.name)}
      onSubmit={async (details) => {
        const answer = await ask('location.save', { id: location?.id ?? null, details })
        if (!isRefusal(answer)) back()
        return answer
      }}
      actions={
        <>
          <Button type="submit" variant="primary">
            {text.save}
          </Button>
          <FormCancel onPress={back}>{organisationsText.cancel}</FormCancel>
          {location !== null && (
            <Button
              variant="danger"
              onPress={() => {
                void removeWithUndo('location.remove', location.id, text.removed(location.name), back)
              }}
            >
              {text.remove}
            </Button>
          )}
        </>
      }
    >
      <Row>
        <FormText
          control={control}
          name="lrkNumber"
          label={text.fields.lrkNumber}
          description={text.hints.lrkNumber}
          width="short"
          autoFocus={location === null}
        />
        <FormText control={control} name="name" label={text.fields.name} />
      </Row>
      {worthASecondLook(lrkNumber) && <Notice tone="warn">{text.failsCheck}</Notice>}
      <FormSelect control={control} name="type" label={text.fields.type} choices={types} />
      <FormText control={control} name="street" label={text.fields.street} />
      <Row>
        <FormText control={control} name="postcode" label={text.fields.postcode} width="short" />
        <FormText control={control} name="city" label={text.fields.city} />
      </Row>
      <FormText
        control={control}
        name="costCentre"
        label={text.fields.costCentre}
        description={text.hints.costCentre}
        isOptional
      />
      <Row>
        <FormDate control={control} name="joinedOn" label={text.fields.joinedOn} width="short" />
        <FormDate
          control={control}
          name="leftOn"
          label={text.fields.leftOn}
          description={text.hints.leftOn}
          isOptional
        />
      </Row>
    </RecordForm>
  )
}
