import { useCallback, useEffect, useMemo, useState } from 'react'
import { type FieldPath, useFieldArray, useWatch } from 'react-hook-form'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { enterByHandText as text } from '../../locale/enter-by-hand.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { FormDate } from '../../ui/form/form-amounts.tsx'
import { FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Row } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useRows } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { HandFigureFields } from './hand-figure-fields.tsx'
import { figureAfter, firstFigure, type HandFields, handReport } from './hand-figures.ts'

const MOST = 500

/** The figures of a document that was made before Luwte, one by one. */
export function EnterByHand({ onEntered }: { onEntered: () => void }) {
  const [isOpen, setOpen] = useState(false)
  // What was found back has to be seen, since it may not be left unsaved.
  const open = useCallback(() => {
    setOpen(true)
  }, [])
  const organisations = useOrganisations()
  const locations = useRows('locations')
  const today = useToday()
  const first = firstFigure(yearOf(today) - 1)
  const schema = useMemo(() => handReport(locations ?? [], today), [locations, today])
  const draft = useFormDraft('figures-by-hand', null)
  const form = useRecordForm(
    schema,
    { organisationId: null, recipient: '', document: '', handedOverOn: null, figures: [first] },
    'onSubmit',
  )
  const { control, subscribe, clearErrors } = form
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          if (name !== undefined) clearErrors(mendedBy(name as FieldPath<HandFields>))
        },
      }),
    [subscribe, clearErrors],
  )
  const { fields, append, remove } = useFieldArray({ control, name: 'figures' })
  const organisationId = useWatch({ control, name: 'organisationId' })
  const own = organisationId === null ? null : (locations ?? []).filter(isOf(organisationId))

  const add = () => {
    const last = form.getValues('figures').at(-1)
    const next = last === undefined ? first : figureAfter(last)
    const field = next.breakdown === TOTAL ? 'value' : 'row'
    append(next, { focusName: `figures.${fields.length}.${field}` })
  }

  return (
    <Fold title={text.title} isOpen={isOpen} onOpenChange={setOpen}>
      <p className="quiet">{text.explain}</p>
      <p className="quiet">{text.how}</p>
      <RecordForm
        form={form}
        draft={draft}
        label={text.title}
        anew={() => {
          const { organisationId: same, recipient } = form.getValues()
          return { organisationId: same, recipient, document: '', handedOverOn: null, figures: [first] }
        }}
        onFoundBack={open}
        onSubmit={async (report) => {
          const answer = await ask('ledger.enter', report)
          if (isRefusal(answer)) return answer
          showToast(text.saved)
          onEntered()
          return answer
        }}
        actions={
          <Button type="submit" variant="primary">
            {text.save}
          </Button>
        }
      >
        <Row>
          <FormSelect
            control={control}
            name="organisationId"
            label={text.organisation}
            choices={organisations.map(({ id, name }) => ({ value: id as string, label: name }))}
          />
          <FormText control={control} name="recipient" label={text.recipient} />
        </Row>
        <Row>
          <FormText control={control} name="document" label={text.document} description={text.documentHint} />
          <FormDate control={control} name="handedOverOn" label={text.handedOverOn} />
        </Row>
        <fieldset className="report-lines">
          <legend>{text.figures}</legend>
          {fields.map((field, index) => (
            <div key={field.id} className="report-line" role="group" aria-label={text.figure(index + 1)}>
              <h3>{text.figure(index + 1)}</h3>
              <HandFigureFields control={control} index={index} locations={own} />
              {fields.length > 1 && (
                <div>
                  <Button
                    variant="plain"
                    label={text.removeFigure(index + 1)}
                    onPress={() => {
                      remove(index)
                    }}
                  >
                    {text.remove}
                  </Button>
                </div>
              )}
            </div>
          ))}
          {fields.length < MOST && (
            <div>
              <Button onPress={add}>{text.add}</Button>
            </div>
          )}
        </fieldset>
      </RecordForm>
    </Fold>
  )
}

/** What was said of a field holds no more once it is changed; of a whole figure, once it is one of another kind. */
function mendedBy(name: FieldPath<HandFields>): FieldPath<HandFields> {
  const [, figure] = /^(figures\.\d+)\.(?:breakdown|stretch|stood)$/.exec(name) ?? []
  return figure === undefined ? name : (figure as `figures.${number}`)
}

function isOf(organisationId: HandFields['organisationId']) {
  return (location: { organisationId: string }): boolean => location.organisationId === organisationId
}
