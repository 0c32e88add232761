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
import { FormText } from '../../ui/form/form-text.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Row, Section } from '../../ui/page.tsx'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { GroupFields } from './group-fields.tsx'
import { keepOrganisation } from './keep-organisation.ts'
import { organisationFields, readOrganisation } from './organisation-fields.ts'
import { paths } from './paths.ts'

const schema = fieldsSchema(readOrganisation, organisationsFieldErrors)

/** Name, concern, addresses: everything about one organisation except its contract. */
export function OrganisationForm({
  organisation,
  groups,
}: {
  organisation: Organisation | null
  groups: readonly Group[]
}) {
  const [, navigate] = useLocation()
  const ownGroup = groups.find(({ id }) => id === organisation?.groupId) ?? null
  const draft = useFormDraft('organisation', organisation?.id ?? null)
  const form = useRecordForm(schema, organisationFields(organisation, ownGroup))
  const { control } = form
  return (
    <RecordForm
      form={form}
      draft={draft}
      label={organisation === null ? text.newTitle : text.changeDetailsTitle(organisation.name)}
      onSubmit={async (details) => {
        const answer = await keepOrganisation(details, organisation?.id ?? null, groups)
        if (!isRefusal(answer)) navigate(paths.organisation(answer.id))
        return answer
      }}
      actions={
        <>
          <Button type="submit" variant="primary">
            {organisation === null ? text.create : text.save}
          </Button>
          <FormCancel
            onPress={() => {
              navigate(organisation === null ? paths.all : paths.organisation(organisation.id))
            }}
          >
            {organisationsText.cancel}
          </FormCancel>
        </>
      }
    >
      <Section title={text.legends.who}>
        <FormText control={control} name="name" label={text.fields.name} autoFocus={organisation === null} />
        <GroupFields form={form} groups={groups} />
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
