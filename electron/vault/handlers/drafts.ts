import { type DraftAbout } from '#shared/contracts/vault.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type Intention, put, remove } from '../caseload.ts'
import { draftId } from '../draft-id.ts'
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

/** What is being typed, kept outside of what Ctrl+Z takes back. */
export const draftHandlers: Handlers<'draft.save' | 'draft.open' | 'draft.ofConversation'> = {
  'draft.save': async ({ about, text, inConversation }, vault) => {
    const isOfCase = about !== 'new-case' && about !== 'conversation'
    if (isOfCase && vault.caseload.get('case', about) === undefined) return refuse('not-found')
    const forgotten = forgetDraft(about, vault)
    if (text !== '')
      await vault.writeOutsideUndo([put('draft', { id: draftId(about), about, text, inConversation })])
    else if (forgotten.length > 0) await vault.writeOutsideUndo(forgotten)
    return {}
  },

  'draft.open': async (_input, vault) => ({ text: draftText('new-case', vault) }),

  'draft.ofConversation': async (_input, vault) => {
    const draft = vault.caseload.all('draft').find(({ inConversation }) => inConversation)
    return { draft: draft === undefined ? null : { about: draft.about, text: draft.text } }
  },
}
