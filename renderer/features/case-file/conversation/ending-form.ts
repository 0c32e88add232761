import { type CaseSummary } from '#shared/casework/case-file.ts'
import { type EntryDetails, Minutes } from '#shared/casework/entry.ts'
import { Channel } from '#shared/casework/roles.ts'
import { Id } from '#shared/kernel/id.ts'
import { z } from 'zod'
import { newEntry } from '../entry-form.ts'
import type { Conversation } from './conversation.ts'

/** What can become of the note of a conversation. */
export const WAYS_TO_END = ['contact', 'new-melding', 'nothing'] as const

/** What is asked when a conversation ends. */
export const EndingForm = z
  .strictObject({
    keepAs: z.enum(WAYS_TO_END),
    caseId: Id.nullable(),
    channel: Channel,
    minutes: Minutes,
  })
  .refine(({ keepAs, caseId }) => keepAs !== 'contact' || caseId !== null, {
    message: 'case-not-chosen',
    path: ['caseId'],
  })
export type EndingForm = z.infer<typeof EndingForm>

/** The conversation as a contact of its day; a closed case takes it as aftercare. */
export function conversationEntry(
  { note, startedOn: on }: Pick<Conversation, 'note' | 'startedOn'>,
  { channel, minutes }: Pick<EndingForm, 'channel' | 'minutes'>,
  state: CaseSummary['state'],
): EntryDetails {
  if (state === 'open') return { kind: 'contact', on, channel, minutes, note }
  const { channel: _channel, ...step } = newEntry('intervention', on, note)
  return { ...step, kind: 'intervention', on, followUpOn: null, minutes, rung: 'aftercare' }
}
