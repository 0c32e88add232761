import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { type Activity, ACTIVITY_KINDS } from '#shared/activities/activity.ts'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { activityFieldErrors, activityKinds, activityText as text } from '../../locale/hours.ts'
import { Button } from '../../ui/button.tsx'
import { fieldsSchema } from '../../ui/form/fields-schema.ts'
import { FormDate } from '../../ui/form/form-amounts.tsx'
import { FormCheckbox, FormCombo, FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Row } from '../../ui/page.tsx'
import { ask } from '../../working-set/client.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { type ActivityFields, activityFields, readActivity } from './activity-fields.ts'
import { paths } from './paths.ts'
import { removeActivity } from './remove-activity.ts'

const kinds = ACTIVITY_KINDS.map((value) => ({ value, label: activityKinds[value] }))

/** One activity: what it was, for whom, how long, and where it counts. */
export function ActivityForm({
  activity,
  organisations,
  today,
}: {
  activity: Activity | null
  organisations: readonly Organisation[]
  today: CalendarDate
}) {
  const [, navigate] = useLocation()
  const draft = useFormDraft('activity', activity?.id ?? null)
  const form = useRecordForm(
    fieldsSchema((fields: ActivityFields) => readActivity(fields, today), activityFieldErrors),
    activityFields(activity, today),
  )
  const { control } = form
  const [forWhom, becauseOfCase] = useWatch({ control, name: ['forWhom', 'becauseOfCase'] })
  const whom = [
    { value: 'own', label: text.fields.own },
    ...organisations.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const back = () => {
    if (activity === null) navigate(paths.all)
    else navigate(paths.year(Number(activity.on.slice(0, 4))))
  }
  return (
    <RecordForm
      form={form}
      draft={draft}
      label={activity === null ? text.newTitle : text.changeTitle}
      onSubmit={async (details) => {
        const answer = await ask('activity.save', { id: activity?.id ?? null, details })
        if (!isRefusal(answer)) navigate(paths.year(Number(details.on.slice(0, 4))))
        return answer
      }}
      actions={
        <>
          <Button type="submit" variant="primary">
            {text.save}
          </Button>
          <FormCancel onPress={back}>{text.cancel}</FormCancel>
          {activity !== null && (
            <Button variant="danger" onPress={() => void removeActivity(activity.id, back)}>
              {text.remove}
            </Button>
          )}
        </>
      }
    >
      <FormSelect
        control={control}
        name="kind"
        label={text.fields.kind}
        choices={kinds}
        placeholder={text.chooseKind}
      />
      <FormCombo control={control} name="forWhom" label={text.fields.organisation} choices={whom} />
      <Row>
        <FormDate control={control} name="on" label={text.fields.on} width="short" />
        <FormText
          control={control}
          name="minutes"
          label={text.fields.duration}
          description={text.hints.duration}
        />
      </Row>
      <FormText control={control} name="description" label={text.fields.description} />
      <Row>
        <FormText
          control={control}
          name="withWhom"
          label={text.fields.withWhom}
          description={text.hints.withWhom}
          isOptional
        />
        <FormText
          control={control}
          name="reach"
          label={text.fields.reach}
          description={text.hints.reach}
          isOptional
        />
      </Row>
      {forWhom !== 'own' && (
        <FormCheckbox control={control} name="billable">
          {text.fields.billable}
        </FormCheckbox>
      )}
      <FormCheckbox control={control} name="becauseOfCase">
        {text.fields.becauseOfCase}
      </FormCheckbox>
      {becauseOfCase ? (
        <p className="quiet">{text.hints.becauseOfCase}</p>
      ) : (
        <FormCheckbox control={control} name="inReport">
          {text.fields.inReport}
        </FormCheckbox>
      )}
    </RecordForm>
  )
}
