import { type FormAbout } from '#shared/contracts/draft-about.ts'
import { useMemo, useState } from 'react'
import { type KeptInVault, useFormDraft } from '../../working-set/use-form-draft.ts'

/** The form of what is being written down about a case, or about a new one. */
type WithNote = { form: 'new-entry' | 'new-melding'; id: FormAbout['id'] }

/** The fields as JSON without the note, which has a draft of its own: a conversation may go on with it. */
function withoutNote(text: string): string {
  const { note: _note, ...rest } = JSON.parse(text) as Record<string, unknown>
  return JSON.stringify(rest)
}

/** The same draft for all but the note, which is written only when something of that is no longer as it was `first`. */
function draftWithoutNote(draft: KeptInVault, first: string): KeptInVault {
  let last = first
  return {
    ...draft,
    keep: (text) => {
      const rest = withoutNote(text)
      if (rest === last) return
      last = rest
      draft.keep(rest)
    },
    forget: () => {
      last = first
      draft.forget()
    },
  }
}

/**
 * Keeps the fields of a form but its note, which began with these values: nothing is written while only the note
 * changes.
 */
export function useDraftOfRest({ form, id }: WithNote, begins: object): KeptInVault {
  const draft = useFormDraft(form, id)
  const [first] = useState(() => withoutNote(JSON.stringify(begins)))
  return useMemo(() => draftWithoutNote(draft, first), [draft, first])
}
