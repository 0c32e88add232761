import { useCallback, useEffect, useRef, useState } from 'react'
import { type FieldValues } from 'react-hook-form'
import { keptValues, sameValues, withFieldsOf, withTypedSince } from './kept-values.ts'
import { type RecordForm } from './use-record-form.ts'

/** Keeps what is typed in one form, as JSON, somewhere that outlives the page. */
export type FormDraft = {
  /** What was typed before and not saved; empty when nothing was. */
  open: () => Promise<string>
  /** Keeps it shortly after, in the place of what was kept before. */
  keep: (text: string) => void
  /** Keeps at once what waits to be kept. */
  flush: () => void
  forget: () => void
}

type KeptDraft<Input> = {
  /** What was typed at an earlier time stands there; `untouched` as long as leaving it changes nothing. */
  foundBack: 'nothing' | 'untouched' | 'changed'
  /** It was saved or given up. */
  forget: () => void
  /** These values are saved by no means yet, though the form was: they were typed meanwhile. */
  keepRest: (values: Input) => void
}

/**
 * Keeps what is typed in a form, and fills in what was kept over the values that it began with. Whoever types before that
 * is read has both. Without a draft nothing is kept.
 */
export function useKeptDraft<Input extends FieldValues, Output>(
  form: RecordForm<Input, Output>,
  draft: FormDraft | null,
): KeptDraft<Input> {
  const { getValues, reset, subscribe, formState } = form
  const [foundBack, setFoundBack] = useState<KeptDraft<Input>['foundBack']>('nothing')
  // The form begins with values, and has all of them from then on.
  const begun = useRef(formState.defaultValues as Input)
  const last = useRef(formState.defaultValues as Input)

  useEffect(() => {
    if (draft === null) return
    let isGone = false
    void draft.open().then((text) => {
      if (isGone || text === '') return
      const now = getValues()
      // Fields that begin without a value stand there too by now.
      const found = keptValues(withFieldsOf(begun.current, now), text)
      if (found === null) {
        draft.forget()
        return
      }
      const values = withTypedSince(found, begun.current, now)
      // What was kept stands there as it was: it need not be kept anew.
      last.current = found
      setFoundBack('untouched')
      reset(values, { keepDefaultValues: true })
    })
    return () => {
      isGone = true
    }
  }, [draft, getValues, reset])

  useEffect(() => {
    if (draft === null) return
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: ({ defaultValues }) => {
        begun.current = defaultValues as Input
        const values = getValues()
        if (sameValues(values, last.current)) return
        last.current = structuredClone(values)
        setFoundBack((found) => (found === 'untouched' ? 'changed' : found))
        if (sameValues(values, begun.current)) draft.forget()
        else draft.keep(JSON.stringify(values))
      },
    })
    return () => {
      unsubscribe()
      draft.flush()
    }
  }, [draft, subscribe, getValues])

  const forget = useCallback(() => {
    setFoundBack('nothing')
    draft?.forget()
  }, [draft])

  const keepRest = useCallback(
    (values: Input) => {
      draft?.keep(JSON.stringify(values))
      draft?.flush()
    },
    [draft],
  )
  return { foundBack, forget, keepRest }
}
