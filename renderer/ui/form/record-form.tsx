import './record-form.css'
import { type KeyboardEvent, type ReactNode } from 'react'
import { FormProvider, useFormState, type FieldPath, type FieldValues } from 'react-hook-form'
import { FormActions } from '../form-actions.tsx'
import { Notice } from '../notice.tsx'
import { useUiWords } from '../words.tsx'
import { fieldPath } from './field-path.ts'
import { type RecordForm as Form } from './use-record-form.ts'

/** A no with a reason, as it comes back from whoever keeps the record. */
type Refused = { refused: string; fields?: string[] | undefined }

function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}

export type RecordFormProps<Input extends FieldValues, Output> = {
  form: Form<Input, Output>
  /** Sends the checked values; when it answers a refusal, that is shown, at the fields that it names. */
  onSubmit: (values: Output) => Promise<unknown>
  children: ReactNode
  /** The buttons; the first one is of type `submit`. */
  actions: ReactNode
  label?: string
  /** What is typed is kept elsewhere as it is typed, so that nothing is lost by leaving. */
  isDraftKept?: boolean
}

/**
 * A form that shows what is wrong where it is wrong, and otherwise in one sentence above its buttons. Ctrl+Enter
 * sends it from any field. Its fields may reach it with `useFormContext`.
 */
export function RecordForm<Input extends FieldValues, Output>({
  form,
  onSubmit,
  children,
  actions,
  label,
  isDraftKept = false,
}: RecordFormProps<Input, Output>) {
  const words = useUiWords()
  const { errors, isDirty, submitCount, isSubmitSuccessful } = useFormState({ control: form.control })
  const refused = errors.root?.['refusal']?.message
  const hasIssues = Object.keys(errors).some((name) => name !== 'root')
  // The last fault is mended when its field is left, often by pressing a button: that must not move away just then.
  const keepsRoom = submitCount > 0 && !isSubmitSuccessful

  const send = form.handleSubmit(async (values) => {
    const answer = await onSubmit(values)
    if (!isRefused(answer)) {
      // What stands there now is what is kept: nothing is unsaved any more.
      form.reset(form.getValues())
      return
    }
    for (const field of answer.fields ?? []) {
      const path = fieldPath(form.getValues(), field)
      if (path !== null) {
        form.setError(path as FieldPath<Input>, { message: answer.refused }, { shouldFocus: true })
      }
    }
    form.setError('root.refusal', { message: words.refusal(answer) })
  })

  const sendByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }

  return (
    <FormProvider {...form}>
      <form
        className="record-form"
        noValidate
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(isDirty && !isDraftKept ? { 'data-unsaved': '' } : {})}
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          void send(event)
        }}
      >
        {children}
        {refused !== undefined && <Notice tone="danger">{refused}</Notice>}
        {refused === undefined && (hasIssues || keepsRoom) && (
          <div className={hasIssues ? undefined : 'record-form-room'}>
            <Notice tone="danger">{words.checkFields}</Notice>
          </div>
        )}
        <FormActions>{actions}</FormActions>
      </form>
    </FormProvider>
  )
}
