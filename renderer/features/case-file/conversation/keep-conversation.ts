import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { conversationText } from '../../../locale/conversation.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { ask } from '../../../working-set/client.ts'
import { keepUnsentMelding, unsentMelding } from '../unsent.ts'
import { type Conversation } from './conversation.ts'

/** The page for a new melding would show its note again from what it had in hand. */
function forgetUnsentNote({ about }: Conversation): void {
  const unsent = unsentMelding()
  if (about === 'new-case' && unsent !== null) keepUnsentMelding({ ...unsent, note: '' })
}

/** Throws the note away. */
export async function throwConversationAway(
  conversation: Conversation,
): Promise<VaultAnswer<'draft.save'> | VaultRefusal> {
  const answer = await ask('draft.save', { about: conversation.about, text: '' })
  if ('refused' in answer) return answer
  forgetUnsentNote(conversation)
  showToast(conversationText.ending.thrownAway)
  return answer
}

/** Lays the note ready for a new melding: after what was being typed there, if that was something else. */
export async function beginMeldingWith(
  { about, note }: Conversation,
  minutes: number,
): Promise<VaultAnswer<'draft.save'> | VaultRefusal> {
  const draft = about === 'new-case' ? { text: '' } : await ask('draft.open', {})
  if ('refused' in draft) return draft
  const text = draft.text === '' ? note : `${draft.text}\n\n${note}`
  const answer = await ask('draft.save', { about: 'new-case', text })
  if ('refused' in answer) return answer
  keepUnsentMelding({ ...unsentMelding(), note: text, minutes })
  if (draft.text !== '') showToast(conversationText.ending.addedToMelding)
  // Only now: until it stands there it stands here.
  return about === 'new-case' ? answer : ask('draft.save', { about, text: '' })
}

/** Keeps the note as a contact of a case. */
export async function keepAsContact(
  conversation: Conversation,
  caseId: string,
  details: Parameters<typeof ask<'entry.save'>>[1]['details'],
): Promise<VaultAnswer<'entry.save'> | VaultRefusal> {
  const endsDraft = conversation.about
  const answer = await ask('entry.save', { caseId, id: null, details, endsDraft })
  if ('refused' in answer) return answer
  forgetUnsentNote(conversation)
  showToast(conversationText.ending.savedContact)
  return answer
}
