import { useEffect, useState } from 'react'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { ask } from '../../working-set/client.ts'

/** Long enough to type the next letter of a name. */
const PAUSE_MILLISECONDS = 150

/**
 * What the register holds for a query, a moment after the last keystroke; null before anything is asked for. A
 * higher `round` asks again, because what has been taken over changed.
 */
export function useRegisterSearch(
  query: string,
  holder: string | null,
  round: number,
): VaultAnswer<'register.search'> | null {
  const [found, setFound] = useState<VaultAnswer<'register.search'> | null>(null)
  const isAsked = query.trim() !== '' || holder !== null
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      void ask('register.search', { query, holder }).then((answer) => {
        if (isCurrent && !isRefusal(answer)) setFound(answer)
      })
    }, PAUSE_MILLISECONDS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query, holder, round])
  return isAsked ? found : null
}
