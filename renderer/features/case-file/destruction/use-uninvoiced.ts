import { useEffect, useState } from 'react'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { ask } from '../../../working-set/client.ts'

/** Minutes of a case that no invoice has yet; 0 until it is known, and where nobody asks (`null`). */
export function useUninvoiced(caseId: string | null): number {
  const [minutes, setMinutes] = useState(0)
  useEffect(() => {
    if (caseId === null) return
    let isGone = false
    void ask('case.uninvoicedTime', { id: caseId }).then((answer) => {
      if (!isGone && !isRefusal(answer)) setMinutes(answer.minutes)
    })
    return () => {
      isGone = true
    }
  }, [caseId])
  return minutes
}
