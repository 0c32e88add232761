import { useEffect, useRef } from 'react'
import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { ask } from '../../../working-set/client.ts'
import { useDraft } from '../../../working-set/use-draft.ts'
import { changeConversation, currentConversation, type Conversation } from './conversation.ts'
import { caseOf } from './draft-at.ts'

/** What was being typed already; `null` when there is nothing to which it could belong. */
async function readDraft(about: NoteAbout): Promise<string | null> {
  const caseId = caseOf(about)
  if (caseId !== null) {
    const whole = await ask('case.open', { id: caseId })
    return 'refused' in whole ? null : whole.draft
  }
  const draft = await ask('draft.open', {})
  return 'refused' in draft ? null : draft.text
}

/**
 * Keeps the note of a conversation as it is typed, under the draft that it continues, and wholly once it ends. What was
 * being typed there is read first, and put before what was typed meanwhile.
 */
export function useConversationDraft({ about, before, note, endedAt }: Conversation): void {
  const { keep, flush } = useDraft(about, true)
  const lastKept = useRef(note)

  useEffect(() => {
    if (before !== null) return
    void readDraft(about).then((draft) => {
      const typed = currentConversation()?.note ?? ''
      if (draft === null) {
        changeConversation({ about: 'conversation', before: '' })
        return
      }
      lastKept.current = draft
      changeConversation({ before: draft, note: draft + typed })
    })
  }, [about, before])

  useEffect(() => {
    if (before === null || note === lastKept.current) return
    lastKept.current = note
    keep(note)
  }, [before, note, keep])

  useEffect(() => {
    if (endedAt !== null) flush()
  }, [endedAt, flush])
}
