import { type FormAbout, type KeptForm } from '#shared/contracts/draft-about.ts'
import { type Id } from '#shared/kernel/id.ts'
import { useMemo } from 'react'
import { ask } from './client.ts'
import { keepNoMore, keepNow, keepSoon } from './keep-soon.ts'
import { noteDraftKept, noteNotSaved } from './saving.ts'

async function save(about: FormAbout, text: string): Promise<void> {
  const answer = await ask('draft.save', { about, text })
  if (!('refused' in answer)) noteDraftKept()
  // A record that was removed takes what was typed about it along.
  else if (answer.refused !== 'not-found') noteNotSaved(answer.refused)
}

/** What keeps, gives back and forgets what is typed in one form. */
export type KeptInVault = {
  open: () => Promise<string>
  keep: (text: string) => void
  flush: () => void
  forget: () => void
}

/**
 * Keeps what is typed in a form and not saved yet, sealed in the vault: for a form of this name about the record of this
 * id, or `null` for one that makes a record. What was typed there before is read with `open`, empty when nothing was;
 * `keep` is called with every change, and `forget` when it was saved or thrown away.
 */
export function useFormDraft(form: KeptForm, id: Id | null): KeptInVault {
  return useMemo(() => {
    const about: FormAbout = { form, id }
    const name = `${form} ${id ?? ''}`
    return {
      open: async () => {
        // It may have been left just now.
        await keepNow(name)
        const answer = await ask('draft.ofForm', { about })
        return 'refused' in answer ? '' : answer.text
      },
      keep: (text: string) => {
        keepSoon(name, () => save(about, text))
      },
      flush: () => {
        void keepNow(name)
      },
      forget: () => {
        keepNoMore(name)
        void save(about, '')
      },
    }
  }, [form, id])
}
