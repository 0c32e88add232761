import { useState } from 'react'
import { useFormState } from 'react-hook-form'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { type Practice } from '#shared/practice/practice.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { settingsFieldErrors, settingsText as text } from '../../locale/settings.ts'
import { Button } from '../../ui/button.tsx'
import { fieldsSchema } from '../../ui/form/fields-schema.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { ask } from '../../working-set/client.ts'
import { useToday } from '../../working-set/today.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { InvoiceFields } from './invoice-fields.tsx'
import { OwnDetailsFields } from './own-details-fields.tsx'
import { practiceFields, readPractice } from './practice-fields.ts'
import { ReportAndLockFields } from './report-and-lock-fields.tsx'

const schema = fieldsSchema(readPractice, settingsFieldErrors)

/** Everything that can be set, in one form. */
export function PracticeForm({ practice }: { practice: Practice }) {
  const year = yearOf(useToday())
  const draft = useFormDraft('practice', null)
  const form = useRecordForm(schema, practiceFields(practice, year))
  const { isDirty } = useFormState({ control: form.control })
  const [isSaved, setSaved] = useState(false)
  const keep = async (changed: Practice) => {
    const answer = await ask('practice.save', changed)
    if (isRefusal(answer)) return answer
    setSaved(true)
    return answer
  }
  return (
    <RecordForm
      form={form}
      draft={draft}
      label={text.title}
      anew={(saved) => practiceFields(saved, year)}
      onSubmit={keep}
      actions={
        <>
          <Button type="submit" variant="primary">
            {text.save}
          </Button>
          <p className="quiet" role="status">
            {isSaved && !isDirty && text.saved}
          </p>
        </>
      }
    >
      <OwnDetailsFields form={form} />
      <InvoiceFields form={form} />
      <ReportAndLockFields form={form} />
    </RecordForm>
  )
}
