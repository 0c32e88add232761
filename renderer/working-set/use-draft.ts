import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { useCallback, useEffect } from 'react'
import { ask } from './client.ts'
import { keepNoMore, keepNow, keepSoon } from './keep-soon.ts'
import { noteNotSaved, noteSaved } from './saving.ts'

type Draft = { about: NoteAbout; text: string; inConversation: boolean }

async function saveDraft(draft: Draft): Promise<void> {
  const answer = await ask('draft.save', draft)
  if ('refused' in answer) noteNotSaved(answer.refused)
  else noteSaved()
}

/**
 * Keeps what is being typed: at most a short while after each change, also while somebody types on without a pause,
 * and at once when the screen goes or `flush` is called. `keep` is called with every change; `forget` before the text
 * becomes something that is kept for good.
 */
export function useDraft(
  about: NoteAbout,
  inConversation = false,
): { keep: (text: string) => void; flush: () => void; forget: () => void } {
  const flush = useCallback(() => {
    void keepNow(about)
  }, [about])

  const keep = useCallback(
    (text: string) => {
      keepSoon(about, () => saveDraft({ about, text, inConversation }))
    },
    [about, inConversation],
  )

  const forget = useCallback(() => {
    keepNoMore(about)
  }, [about])

  useEffect(() => flush, [flush])
  return { keep, flush, forget }
}
