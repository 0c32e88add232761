import { type Practice } from '#shared/practice/practice.ts'
import { settingsText as text } from '../../locale/settings.ts'
import { FormDate, FormNumber } from '../../ui/form/form-amounts.tsx'
import { FormArea, FormText } from '../../ui/form/form-text.tsx'
import { type RecordForm } from '../../ui/form/use-record-form.ts'
import { Row, Section } from '../../ui/page.tsx'
import { type PracticeFields } from './practice-fields.ts'

/** What every report says about the advisor, and when the application locks itself. */
export function ReportAndLockFields({ form }: { form: RecordForm<PracticeFields, Practice> }) {
  const { control } = form
  return (
    <>
      <Section title={text.legends.reports}>
        <Row>
          <FormText
            control={control}
            name="certificate"
            label={text.fields.certificate}
            description={text.hints.certificate}
            isOptional
          />
          <FormDate control={control} name="certifiedUntil" label={text.fields.certifiedUntil} isOptional />
        </Row>
        <FormArea
          control={control}
          name="reachability"
          label={text.fields.reachability}
          description={text.hints.reachability}
          isOptional
        />
      </Section>
      <Section title={text.legends.lock}>
        <FormNumber
          control={control}
          name="idleMinutes"
          label={text.fields.idleMinutes}
          description={text.hints.idleMinutes}
          width="ordinary"
        />
      </Section>
    </>
  )
}
