import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Engagement, HoursBilling } from '#shared/organisations/engagement.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { contractText as text } from '../../locale/contract.ts'
import { organisationsFieldErrors, organisationsText } from '../../locale/organisations.ts'
import { Button } from '../../ui/button.tsx'
import { fieldsSchema } from '../../ui/form/fields-schema.ts'
import { FormDate } from '../../ui/form/form-amounts.tsx'
import { FormRadio } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Row, Section } from '../../ui/page.tsx'
import { ask } from '../../working-set/client.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { contractFields, readContract } from './contract-fields.ts'
import { FiguresChoice } from './figures-choice.tsx'
import { OpenPeriodsNotice } from './open-periods-notice.tsx'
import { paths } from './paths.ts'

/** Everything that was agreed with one organisation. */
export function ContractForm({
  organisation,
  engagement,
  pricesIncludeVat,
}: {
  organisation: Organisation
  engagement: Engagement | null
  pricesIncludeVat: boolean
}) {
  const [, navigate] = useLocation()
  const draft = useFormDraft('contract', organisation.id)
  const form = useRecordForm(
    fieldsSchema(
      (fields: ReturnType<typeof contractFields>) => readContract(fields, organisation.id),
      organisationsFieldErrors,
    ),
    contractFields(engagement),
  )
  const { control } = form
  const hoursBilling = useWatch({ control, name: 'hoursBilling' })
  const vatHint = pricesIncludeVat ? text.hints.priceIncludingVat : text.hints.priceExcludingVat
  const back = () => {
    navigate(paths.organisation(organisation.id))
  }
  return (
    <RecordForm
      form={form}
      draft={draft}
      label={text.formTitle(organisation.name)}
      onSubmit={async (details) => {
        const answer = await ask('engagement.save', details)
        if (!isRefusal(answer)) back()
        return answer
      }}
      actions={
        <>
          <Button type="submit" variant="primary">
            {text.save}
          </Button>
          <FormCancel onPress={back}>{organisationsText.cancel}</FormCancel>
        </>
      }
    >
      <Section title={text.legends.term}>
        <Row>
          <FormDate control={control} name="startsOn" label={text.fields.startsOn} width="short" />
          <FormDate
            control={control}
            name="endsOn"
            label={text.fields.endsOn}
            description={text.hints.endsOn}
            isOptional
          />
        </Row>
      </Section>
      <Section title={text.legends.price}>
        <Row>
          <FormText control={control} name="price" label={text.fields.price} description={vatHint} />
          <FormText
            control={control}
            name="hourlyRate"
            label={text.fields.hourlyRate}
            description={vatHint}
            isOptional
          />
        </Row>
      </Section>
      <Section title={text.legends.hours}>
        <FormRadio
          control={control}
          name="hoursBilling"
          label={text.fields.hoursBilling}
          layout="column"
          choices={HoursBilling.options.map((value) => ({ value, label: text.hoursBilling[value] }))}
        />
        {hoursBilling === 'bundle' && (
          <FormText
            control={control}
            name="bundleHours"
            label={text.fields.bundleHours}
            description={text.hints.bundleHours}
          />
        )}
      </Section>
      <Section title={text.legends.figures}>
        <FiguresChoice form={form} />
      </Section>
      {engagement !== null && <OpenPeriodsNotice form={form} engagement={engagement} />}
    </RecordForm>
  )
}
