import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal, refuse } from '#shared/kernel/refusal.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { type DraftChanges, ReportDraft } from '#shared/reports/report-draft.ts'
import { ask } from '../../working-set/client.ts'

const PAUSE_MILLISECONDS = 600

export type DraftBeingWritten = {
  /** As it stands in the fields, lines that are still empty included. */
  typed: ReportDraft
  /** As it can be printed and kept; of a part that holds something impossible, the last that could. */
  kept: ReportDraft
  change: (part: Partial<ReportDraft>) => void
  /** Keeps what was typed last, now; answers whether the vault has all of it. */
  flush: () => Promise<boolean>
  refusal: VaultRefusal | null
}

/** Lines that nobody filled in yet are no part of the report. */
function withoutEmptyLines(part: Partial<ReportDraft>): Partial<ReportDraft> {
  const { narrative, statement } = part
  return {
    ...part,
    ...(narrative && {
      narrative: {
        ...narrative,
        recommendations: narrative.recommendations.filter((each) => each.text.trim() !== ''),
      },
    }),
    ...(statement && {
      statement: {
        complaints: statement.complaints && {
          ...statement.complaints,
          items: statement.complaints.items.filter((each) => each.kind.trim() !== ''),
        },
        disputes: statement.disputes && {
          ...statement.disputes,
          locations: statement.disputes.locations.filter((each) => each.location.trim() !== ''),
        },
      },
    }),
  }
}

/** What the advisor types and chooses for a report: kept after a short pause, and at once when the screen goes. */
export function useDraft({ organisationId, period }: AnnualReport, draft: ReportDraft): DraftBeingWritten {
  const [typed, setTyped] = useState(draft)
  const [kept, setKept] = useState(draft)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const pending = useRef<DraftChanges>({})
  /** Parts that hold something impossible, and are not kept as they stand. */
  const unfit = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const changes = pending.current
    pending.current = {}
    if (Object.keys(changes).length === 0) return unfit.current.size === 0
    const answer = await ask('report.saveDraft', { organisationId, period, changes })
    // What was not kept is sent again with what is typed next.
    if (isRefusal(answer)) pending.current = { ...changes, ...pending.current }
    setRefusal(isRefusal(answer) ? answer : null)
    return !isRefusal(answer) && unfit.current.size === 0
  }, [organisationId, period])

  const change = useCallback(
    (part: Partial<ReportDraft>) => {
      setTyped((before) => ({ ...before, ...part }))
      const parsed = ReportDraft.partial().safeParse(withoutEmptyLines(part))
      for (const name of Object.keys(part)) unfit.current[parsed.success ? 'delete' : 'add'](name)
      if (!parsed.success) {
        setRefusal(refuse('invalid-input', ...parsed.error.issues.map((issue) => issue.path.join('.'))))
        return
      }
      if (unfit.current.size === 0)
        setRefusal((before) => (before?.refused === 'invalid-input' ? null : before))
      const printable = Object.fromEntries(
        Object.entries(parsed.data).filter(([, value]) => value !== undefined),
      ) as DraftChanges
      setKept((before) => ({ ...before, ...printable }))
      pending.current = { ...pending.current, ...printable }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE_MILLISECONDS)
    },
    [flush],
  )

  useEffect(
    () => () => {
      void flush()
    },
    [flush],
  )
  return useMemo(() => ({ typed, kept, change, flush, refusal }), [typed, kept, change, flush, refusal])
}
