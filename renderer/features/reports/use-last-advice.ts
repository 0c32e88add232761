import { useEffect, useState } from 'react'
import { isOfYear, wholeYear } from '#shared/reports/reported-time.ts'
import { ask } from '../../working-set/client.ts'
import { useRowsOf } from '../../working-set/rows.ts'

/** What the advisor recommended in the settled report of `year`; empty when there is none. */
export function useLastAdvice(organisationId: string, year: number): readonly string[] {
  const [advice, setAdvice] = useState<readonly string[]>([])
  const reports = useRowsOf('reports', organisationId)
  const isSettled =
    reports?.some((report) => isOfYear(report.period, year) && report.status === 'settled') ?? false
  useEffect(() => {
    if (!isSettled) return
    let isGone = false
    void ask('report.preview', { organisationId, period: wholeYear(year) }).then((answer) => {
      if (!isGone && 'report' in answer)
        setAdvice(answer.report.narrative.recommendations.map((each) => each.text))
    })
    return () => {
      isGone = true
    }
  }, [organisationId, year, isSettled])
  return advice
}
