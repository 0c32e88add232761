import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Group, type Organisation } from '#shared/organisations/organisation.ts'
import {
  organisationsFieldErrors,
  organisationsText,
  organisationText as text,
} from '../../locale/organisations.ts'
import { Button } from '../../ui/button.tsx'
import { fieldsSchema } from '../../ui/form/fields-schema.ts'
import { FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Row, Section } from '../../ui/page.tsx'
import { ask } from '../../working-set/client.ts'
import { organisationFields, type OrganisationToKeep, readOrganisation } from './organisation-fields.ts'
import { paths } from './paths.ts'

const schema = fieldsSchema(readOrganisation, organisationsFieldErrors)

async function keep({ organisation, newGroup }: OrganisationToKeep, id: string | null) {
  if (newGroup === null) return ask('organisation.save', { id, details: organisation })
  const group = await ask('group.save', { id: null, name: newGroup })
  if (isRefusal(group)) return group
  return ask('organisation.save', { id, details: { ...organisation, groupId: group.id } })
}

/** Name, concern, addresses: everything about one organisation except its contract. */
export function OrganisationForm({
  organisation,
  groups,
}: {
  organisation: Organisation | null
  groups: readonly Group[]
}) {
  const [, navigate] = useLocation()
  const form = useRecordForm(schema, organisationFields(organisation))
  const { control } = form
  const group = useWatch({ control, name: 'group' })
  const choices = [
    { value: 'none', label: text.fields.noGroup },
    ...[...groups]
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
      .map(({ id, name }) => ({ value: id, label: name })),
    { value: 'new', label: text.fields.newGroup },
  ]
  return (
    <RecordForm
      form={form}
      label={organisation === null ? text.newTitle : text.changeDetailsTitle(organisation.name)}
      onSubmit={async (details) => {
        const answer = await keep(details, organisation?.id ?? null)
        if (!isRefusal(answer)) navigate(paths.organisation(answer.id))
        return answer
      }}
      actions={
        <>
          <Button type="submit" variant="primary">
            {organisation === null ? text.create : text.save}
          </Button>
          <Button
            onPress={() => {
              navigate(organisation === null ? paths.all : paths.organisation(organisation.id))
            }}
          >
            {organisationsText.cancel}
          </Button>
        </>
      }
    >
      <Section title={text.legends.who}>
        <FormText control={control} name="name" label={text.fields.name} autoFocus={organisation === null} />
        <FormSelect
          control={control}
          name="group"
          label={text.fields.group}
          choices={choices}
          description={text.hints.group}
        />
        {group === 'new' && (
          <FormText control={control} name="newGroupName" label={text.fields.newGroupName} autoFocus />
        )}
        <Row>
          <FormText
            control={control}
            name="kvkNumber"
            label={text.fields.kvkNumber}
            description={text.hints.kvkNumber}
            width="short"
          />
          <FormText control={control} name="vatId" label={text.fields.vatId} width="short" />
        </Row>
      </Section>
      <Section title={text.legends.post}>
        <FormText control={control} name="street" label={text.fields.street} />
        <Row>
          <FormText control={control} name="postcode" label={text.fields.postcode} width="short" />
          <FormText control={control} name="city" label={text.fields.city} />
        </Row>
      </Section>
      <Section title={text.legends.contact}>
        <FormText
          control={control}
          name="contactName"
          label={text.fields.contactName}
          description={text.hints.contactName}
        />
        <Row>
          <FormText control={control} name="contactEmail" label={text.fields.contactEmail} type="email" />
          <FormText control={control} name="invoiceEmail" label={text.fields.invoiceEmail} type="email" />
        </Row>
        <FormText
          control={control}
          name="purchaseReference"
          label={text.fields.purchaseReference}
          description={text.hints.purchaseReference}
        />
      </Section>
    </RecordForm>
  )
}
