import { type DraftAbout } from '#shared/contracts/vault.ts'
import { useCallback, useEffect, useRef } from 'react'
import { ask } from './client.ts'
import { noteNotSaved, noteSaved } from './saving.ts'

/** With the time that sealing takes, no more than the last second of typing is ever in the page alone. */
const LONGEST_UNKEPT_MILLISECONDS = 600

type Draft = { about: DraftAbout; text: string; inConversation: boolean }

async function saveDraft(draft: Draft): Promise<void> {
  const answer = await ask('draft.save', draft)
  if ('refused' in answer) noteNotSaved(answer.refused)
  else noteSaved()
}

const flushes = new Set<() => void>()

/** Keeps at once all that is being typed, before what is asked next could meet it in the vault. */
export function keepDraftsNow(): void {
  for (const flush of flushes) flush()
}

/**
 * Keeps what is being typed: at most a short while after each change, also while somebody types on without a pause,
 * and at once when the screen goes or `flush` is called. `keep` is called with every change; `forget` before the text
 * becomes something that is kept for good.
 */
export function useDraft(
  about: DraftAbout,
  inConversation = false,
): { keep: (text: string) => void; flush: () => void; forget: () => void } {
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const stopWaiting = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }, [])

  const flush = useCallback(() => {
    stopWaiting()
    const text = pending.current
    pending.current = null
    if (text !== null) void saveDraft({ about, text, inConversation })
  }, [about, inConversation, stopWaiting])

  const keep = useCallback(
    (text: string) => {
      pending.current = text
      timer.current ??= setTimeout(flush, LONGEST_UNKEPT_MILLISECONDS)
    },
    [flush],
  )

  const forget = useCallback(() => {
    stopWaiting()
    pending.current = null
  }, [stopWaiting])

  useEffect(() => {
    flushes.add(flush)
    return () => {
      flushes.delete(flush)
      flush()
    }
  }, [flush])
  return { keep, flush, forget }
}
