import { useEffect, useRef, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { ask } from '../../working-set/client.ts'
import { refreshSecurityOverview } from '../../working-set/security-overview.ts'

/** How far a check is; `null` when none is going on. */
export type CheckProgress = { done: number; steps: number } | null

/** Runs a check of everything step by step; leaving the screen stops it. */
export function useWholeCheck(): {
  progress: CheckProgress
  wasStopped: boolean
  /** Answers why the secret is not the right one, or how the check ended. */
  run: (secret: TypedSecret) => Promise<VaultRefusal | 'over' | 'stopped'>
  stop: () => void
} {
  const [progress, setProgress] = useState<CheckProgress>(null)
  const [wasStopped, setStopped] = useState(false)
  const isWanted = useRef(false)

  useEffect(
    () => () => {
      isWanted.current = false
    },
    [],
  )

  const run = async (secret: TypedSecret): Promise<VaultRefusal | 'over' | 'stopped'> => {
    setStopped(false)
    isWanted.current = true
    const begun = await ask('security.beginCheck', { secret })
    if ('refused' in begun) return begun
    const { steps } = begun
    for (let done = 0; done < steps;) {
      if (!isWanted.current) {
        await ask('security.stopCheck', {})
        setProgress(null)
        return 'stopped'
      }
      setProgress({ done, steps })
      const step = await ask('security.checkNext', {})
      if ('refused' in step) {
        setProgress(null)
        return step
      }
      done = step.done
    }
    await refreshSecurityOverview()
    setProgress(null)
    return 'over'
  }

  const stop = (): void => {
    isWanted.current = false
    setStopped(true)
  }

  return { progress, wasStopped, run, stop }
}
