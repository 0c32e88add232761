import { type DraftAbout, type FormAbout } from '#shared/contracts/draft-about.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type Intention, put, remove } from '../caseload.ts'
import { draftId, RECORD_OF_FORM } from '../draft-id.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

/** What was being typed about something; empty when nothing was. */
export function draftText(about: DraftAbout, vault: Unlocked): string {
  return vault.caseload.get('draft', draftId(about))?.text ?? ''
}

/** What has to be written for a draft to be gone: nothing when there is none. */
export function forgetDraft(about: DraftAbout | null, vault: Unlocked): Intention[] {
  const draft = about === null ? undefined : vault.caseload.get('draft', draftId(about))
  return draft === undefined ? [] : [remove('draft', draft.id)]
}

/** The same for all that was being typed in forms about a record that goes. */
export function forgetFormsAbout(id: Id, vault: Unlocked): Intention[] {
  return vault.caseload
    .all('draft')
    .filter(({ about }) => typeof about !== 'string' && about.id === id)
    .map((draft) => remove('draft', draft.id))
}

/** True when there is something to which what is typed could belong. */
function isThere(about: DraftAbout, vault: Unlocked): boolean {
  if (about === 'new-case' || about === 'conversation') return true
  if (typeof about === 'string') return vault.caseload.get('case', about) !== undefined
  return isRecordThere(about, vault)
}

function isRecordThere({ form, id }: FormAbout, vault: Unlocked): boolean {
  const kind = RECORD_OF_FORM[form]
  return id === null || (kind !== null && vault.caseload.get(kind, id) !== undefined)
}

/** What is being typed, kept outside of what Ctrl+Z takes back. */
export const draftHandlers: Handlers<'draft.save' | 'draft.open' | 'draft.ofForm' | 'draft.ofConversation'> =
  {
    'draft.save': async ({ about, text, inConversation }, vault) => {
      if (!isThere(about, vault)) return refuse('not-found')
      const forgotten = forgetDraft(about, vault)
      if (text !== '')
        await vault.writeOutsideUndo([put('draft', { id: draftId(about), about, text, inConversation })])
      else if (forgotten.length > 0) await vault.writeOutsideUndo(forgotten)
      return {}
    },

    'draft.open': async (_input, vault) => ({ text: draftText('new-case', vault) }),

    'draft.ofForm': async ({ about }, vault) => ({ text: draftText(about, vault) }),

    'draft.ofConversation': async (_input, vault) => {
      for (const { about, text, inConversation } of vault.caseload.all('draft'))
        if (inConversation && typeof about === 'string') return { draft: { about, text } }
      return { draft: null }
    },
  }
