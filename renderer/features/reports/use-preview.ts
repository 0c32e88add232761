import { useCallback, useEffect, useRef, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { whenUndone } from '../../working-set/undone.ts'

/** A report as the vault gave it out last, why it would not the last time, and whether an answer is on its way. */
export type PreviewState<Preview> = {
  preview: Preview | null
  refusal: VaultRefusal | null
  isRenewing: boolean
  /** Asks again; what was there stays until the answer comes, and also when it is a refusal. */
  renew: () => void
}

/** Asks for a report at once, and again when the question changes; an answer that a newer one overtook is dropped. */
export function usePreview<Preview extends { report: unknown }>(
  question: () => Promise<Preview | VaultRefusal>,
): PreviewState<Preview> {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isRenewing, setRenewing] = useState(true)
  const asked = useRef(0)

  const askNow = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    void question().then((answer) => {
      if (mine !== asked.current) return
      setRenewing(false)
      const isRefused = !('report' in answer)
      setRefusal(isRefused ? answer : null)
      if (!isRefused) setPreview(answer)
    })
  }, [question])

  useEffect(() => {
    askNow()
    return () => {
      asked.current += 1
    }
  }, [askNow])

  const renew = useCallback(() => {
    setRenewing(true)
    askNow()
  }, [askNow])
  // What is taken back may have been counted.
  useEffect(() => whenUndone(renew), [renew])
  return { preview, refusal, isRenewing, renew }
}
