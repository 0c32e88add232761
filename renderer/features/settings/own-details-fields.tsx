import { type Practice } from '#shared/practice/practice.ts'
import { settingsText as text } from '../../locale/settings.ts'
import { FormText } from '../../ui/form/form-text.tsx'
import { type RecordForm } from '../../ui/form/use-record-form.ts'
import { Row, Section } from '../../ui/page.tsx'
import { type PracticeFields } from './practice-fields.ts'

/** Who the advisor is and where post reaches her. */
export function OwnDetailsFields({ form }: { form: RecordForm<PracticeFields, Practice> }) {
  const { control } = form
  return (
    <Section title={text.legends.practice}>
      <Row>
        <FormText control={control} name="advisorName" label={text.fields.advisorName} />
        <FormText
          control={control}
          name="businessName"
          label={text.fields.businessName}
          description={text.hints.businessName}
          isOptional
        />
      </Row>
      <FormText control={control} name="street" label={text.fields.street} />
      <Row>
        <FormText control={control} name="postcode" label={text.fields.postcode} width="short" />
        <FormText control={control} name="city" label={text.fields.city} />
      </Row>
      <Row>
        <FormText control={control} name="email" label={text.fields.email} type="email" />
        <FormText control={control} name="phone" label={text.fields.phone} />
      </Row>
    </Section>
  )
}
