import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { ReportNarrative } from '#shared/reports/report-narrative.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { ask } from '../../working-set/client.ts'

const PAUSE_MILLISECONDS = 600

export type NarrativeBeingWritten = {
  /** As it stands in the fields, empty recommendations included. */
  typed: ReportNarrative
  /** As it can be printed and kept; the last one that could, while a field holds too much. */
  kept: ReportNarrative
  change: (part: Partial<ReportNarrative>) => void
  /** Keeps what was typed last, now. */
  flush: () => Promise<void>
  refusal: VaultRefusal | null
}

function asKept(typed: ReportNarrative): ReportNarrative | null {
  const recommendations = typed.recommendations.filter((each) => each.text.trim() !== '')
  const parsed = ReportNarrative.safeParse({ ...typed, recommendations })
  return parsed.success ? parsed.data : null
}

/** The advisor's own words: kept after a short pause, and at once when the screen goes. */
export function useNarrative({ organisationId, period, narrative }: AnnualReport): NarrativeBeingWritten {
  const [typed, setTyped] = useState(narrative)
  const [kept, setKept] = useState(narrative)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const pending = useRef<ReportNarrative | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const next = pending.current
    pending.current = null
    if (next === null) return
    const answer = await ask('report.saveDraft', {
      organisationId,
      period,
      changes: { narrative: next },
    })
    setRefusal(isRefusal(answer) ? answer : null)
  }, [organisationId, period])

  const change = useCallback(
    (part: Partial<ReportNarrative>) => {
      const next = { ...typed, ...part }
      setTyped(next)
      const printable = asKept(next)
      if (printable === null) return
      setKept(printable)
      pending.current = printable
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE_MILLISECONDS)
    },
    [typed, flush],
  )

  useEffect(
    () => () => {
      void flush()
    },
    [flush],
  )
  return useMemo(() => ({ typed, kept, change, flush, refusal }), [typed, kept, change, flush, refusal])
}
