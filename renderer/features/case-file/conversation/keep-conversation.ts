import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { conversationText } from '../../../locale/conversation.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { ask } from '../../../working-set/client.ts'
import { type Conversation } from './conversation.ts'

/** What is kept of the page for a new melding beside its note. */
const MELDING = { form: 'new-melding', id: null } as const

/** Has so many minutes stand on the page for a new melding, among what was filled in there already. */
async function keepMinutes(minutes: number): Promise<VaultAnswer<'draft.save'> | VaultRefusal> {
  const kept = await ask('draft.ofForm', { about: MELDING })
  if ('refused' in kept) return kept
  const filledIn = kept.text === '' ? {} : (JSON.parse(kept.text) as object)
  return ask('draft.save', { about: MELDING, text: JSON.stringify({ ...filledIn, minutes }) })
}

/** Throws the note away. */
export async function throwConversationAway(
  conversation: Conversation,
): Promise<VaultAnswer<'draft.save'> | VaultRefusal> {
  const answer = await ask('draft.save', { about: conversation.about, text: '' })
  if ('refused' in answer) return answer
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
  await keepMinutes(minutes)
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
  showToast(conversationText.ending.savedContact)
  return answer
}
