import { useCallback, useEffect, useRef } from 'react'
import { ask } from './client.ts'
import { noteNotSaved, noteSaved } from './saving.ts'

const PAUSE_MILLISECONDS = 600

async function saveDraft(about: string, text: string): Promise<void> {
  const answer = await ask('draft.save', { about, text })
  if ('refused' in answer) noteNotSaved(answer.refused)
  else noteSaved()
}

/**
 * Keeps what is being typed: after a short pause, and at once when the screen goes. `keep` is called with every
 * change; `forget` when the text became something that is kept for good.
 */
export function useDraft(about: string): { keep: (text: string) => void; forget: () => void } {
  const pending = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const text = pending.current
    pending.current = null
    if (text !== null) void saveDraft(about, text)
  }, [about])

  const keep = useCallback(
    (text: string) => {
      pending.current = text
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE_MILLISECONDS)
    },
    [flush],
  )

  const forget = useCallback(() => {
    clearTimeout(timer.current)
    pending.current = null
  }, [])

  useEffect(() => flush, [flush])
  return { keep, forget }
}
