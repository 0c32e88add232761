import { useCallback, useEffect, useRef, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { ask } from '../../working-set/client.ts'

/** The report as the vault gave it out last, why it would not the last time, and whether an answer is on its way. */
export type ReportState = {
  preview: VaultAnswer<'report.preview'> | null
  refusal: VaultRefusal | null
  isRenewing: boolean
  /** Asks again; what was there stays until the answer comes, and also when it is a refusal. */
  renew: () => void
}

/** Asks for the report of a period; an answer that a newer question overtook is dropped. */
export function useReport(organisationId: string, period: ReportPeriod): ReportState {
  const [preview, setPreview] = useState<ReportState['preview']>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isRenewing, setRenewing] = useState(true)
  const question = useRef(0)

  const askNow = useCallback(() => {
    question.current += 1
    const mine = question.current
    void ask('report.preview', { organisationId, period }).then((answer) => {
      if (mine !== question.current) return
      setRenewing(false)
      setRefusal(isRefusal(answer) ? answer : null)
      if (!isRefusal(answer)) setPreview(answer)
    })
  }, [organisationId, period])

  useEffect(() => {
    askNow()
    return () => {
      question.current += 1
    }
  }, [askNow])

  const renew = useCallback(() => {
    setRenewing(true)
    askNow()
  }, [askNow])
  return { preview, refusal, isRenewing, renew }
}
