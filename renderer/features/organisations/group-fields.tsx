import { useWatch } from 'react-hook-form'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Group } from '#shared/organisations/organisation.ts'
import { organisationText as text } from '../../locale/organisations.ts'
import { FormText } from '../../ui/form/form-text.tsx'
import { useBoundField } from '../../ui/form/use-bound-field.ts'
import { type RecordForm } from '../../ui/form/use-record-form.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { type OrganisationFields, type OrganisationToKeep } from './organisation-fields.ts'

/** Which concern the organisation belongs to, if any, and what that is called. */
export function GroupFields({
  form,
  groups,
}: {
  form: RecordForm<OrganisationFields, OrganisationToKeep>
  groups: readonly Group[]
}) {
  const { control } = form
  const group = useBoundField<OrganisationFields, OrganisationToKeep, string>({ control, name: 'group' })
  const chosen = useWatch({ control, name: 'group' })
  const choices = [
    { value: 'none', label: text.fields.noGroup },
    ...[...groups]
      .sort((a, b) => dutchOrder(a.name, b.name))
      .map(({ id, name }) => ({ value: id, label: name })),
    { value: 'new', label: text.fields.newGroup },
  ]
  return (
    <>
      <SelectField
        {...group}
        label={text.fields.group}
        value={chosen}
        onChange={(next) => {
          group.onChange(next ?? 'none')
          form.setValue('groupName', groups.find(({ id }) => id === next)?.name ?? '')
        }}
        choices={choices}
        description={text.hints.group}
      />
      {chosen === 'new' && (
        <FormText control={control} name="groupName" label={text.fields.newGroupName} autoFocus />
      )}
      {chosen !== 'new' && chosen !== 'none' && (
        <FormText
          control={control}
          name="groupName"
          label={text.fields.groupName}
          description={text.hints.groupName}
        />
      )}
    </>
  )
}
