import './record-form.css'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { FormProvider, useFormState, type FieldPath, type FieldValues } from 'react-hook-form'
import { Button, SubmitIsPending } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { Notice } from '../notice.tsx'
import { useUiWords } from '../words.tsx'
import { fieldPath } from './field-path.ts'
import { GiveUpForm } from './form-cancel.tsx'
import { sameValues, withTypedSince } from './kept-values.ts'
import { type FormDraft, useKeptDraft } from './use-kept-draft.ts'
import { type RecordForm as Form } from './use-record-form.ts'
import { useSlow } from './use-slow.ts'

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
  /** Keeps what is typed until it is saved or given up, and gives it back when the form is opened again. */
  draft?: FormDraft
  /** What was typed before stands in the form again: the form has to be seen. */
  onFoundBack?: () => void
  /** With what the form begins anew once these values are saved; with the same unless told otherwise. */
  anew?: (saved: Output) => Input
  /** Leaving the form gives nothing up: it comes back of itself, without a word. */
  isLeftFreely?: boolean
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
  draft,
  onFoundBack,
  anew,
  isLeftFreely = false,
}: RecordFormProps<Input, Output>) {
  const words = useUiWords()
  const { errors, isDirty, isSubmitting, submitCount, isSubmitSuccessful } = useFormState({
    control: form.control,
  })
  const { foundBack, forget, keepRest } = useKeptDraft(form, draft ?? null)
  const isPending = useSlow(isSubmitting)
  const isSending = useRef(false)
  const element = useRef<HTMLFormElement | null>(null)
  const refused = errors.root?.['refusal']?.message
  const hasIssues = Object.keys(errors).some((name) => name !== 'root')
  // The last fault is mended when its field is left, often by pressing a button: that must not move away just then.
  const keepsRoom = submitCount > 0 && !isSubmitSuccessful

  const isFoundBack = foundBack !== 'nothing'
  useEffect(() => {
    if (isFoundBack) onFoundBack?.()
  }, [isFoundBack, onFoundBack])

  /** The form begins anew, with what was typed in it while it was being saved. */
  const beginAnew = (saved: Output, sent: Input): void => {
    const begins = anew?.(saved) ?? sent
    const stands = withTypedSince(begins, sent, form.getValues())
    forget()
    form.reset(begins)
    if (sameValues(stands, begins)) return
    form.reset(stands, { keepDefaultValues: true })
    keepRest(stands)
  }

  const keep = async (values: Output, sent: Input): Promise<void> => {
    const answer = await onSubmit(values)
    if (!isRefused(answer)) {
      beginAnew(values, sent)
      return
    }
    for (const field of answer.fields ?? []) {
      const path = fieldPath(form.getValues(), field)
      if (path !== null) {
        form.setError(path as FieldPath<Input>, { message: answer.refused }, { shouldFocus: true })
      }
    }
    form.setError('root.refusal', { message: words.refusal(answer) })
  }

  /** Whoever presses twice means it once. */
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (isSending.current) return
    isSending.current = true
    const sent = structuredClone(form.getValues())
    await form
      .handleSubmit((values) => keep(values, sent))(event)
      .finally(() => {
        isSending.current = false
      })
  }

  const giveUp = (): void => {
    forget()
    form.reset()
    element.current?.querySelector<HTMLElement>('input, textarea, [role="spinbutton"]')?.focus()
  }

  const isUnsaved = isDirty && !isLeftFreely && foundBack !== 'untouched'

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
        {...(isUnsaved ? { 'data-unsaved': draft === undefined ? '' : 'kept' } : {})}
        ref={element}
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          void send(event)
        }}
      >
        {isFoundBack && !isLeftFreely && (
          <p className="record-form-found quiet" role="status">
            {words.foundBack}{' '}
            <Button variant="plain" onPress={giveUp}>
              {words.giveUp}
            </Button>
          </p>
        )}
        {children}
        {refused !== undefined && <Notice tone="danger">{refused}</Notice>}
        {refused === undefined && (hasIssues || keepsRoom) && (
          <div className={hasIssues ? undefined : 'record-form-room'}>
            <Notice tone="danger">{words.checkFields}</Notice>
          </div>
        )}
        <SubmitIsPending value={isPending}>
          <GiveUpForm value={forget}>
            <FormActions>{actions}</FormActions>
          </GiveUpForm>
        </SubmitIsPending>
      </form>
    </FormProvider>
  )
}
