import { type ReactNode } from 'react'
import { useFormState, type FieldPath, type FieldValues } from 'react-hook-form'
import { FormActions } from '../form-actions.tsx'
import { Notice } from '../notice.tsx'
import { useUiWords } from '../words.tsx'
import './record-form.css'
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
}

/** A form that shows what is wrong where it is wrong, and otherwise in one sentence above its buttons. */
export function RecordForm<Input extends FieldValues, Output>({
  form,
  onSubmit,
  children,
  actions,
  label,
}: RecordFormProps<Input, Output>) {
  const words = useUiWords()
  const { errors } = useFormState({ control: form.control })
  const refused = errors.root?.['refusal']?.message
  const hasIssues = Object.keys(errors).some((name) => name !== 'root')

  const send = form.handleSubmit(async (values) => {
    const answer = await onSubmit(values)
    if (!isRefused(answer)) return
    for (const field of answer.fields ?? []) {
      // A refusal may name `details.on` where the form knows the field as `on`.
      const name = field.split('.').at(-1) ?? field
      if (name in form.getValues()) form.setError(name as FieldPath<Input>, { message: answer.refused })
    }
    form.setError('root.refusal', { message: answer.refused })
  })

  return (
    <form
      className="record-form"
      noValidate
      {...(label === undefined ? {} : { 'aria-label': label })}
      onSubmit={(event) => {
        void send(event)
      }}
    >
      {children}
      {refused !== undefined && <Notice tone="danger">{words.sentence(refused)}</Notice>}
      {refused === undefined && hasIssues && <Notice tone="danger">{words.checkFields}</Notice>}
      <FormActions>{actions}</FormActions>
    </form>
  )
}
