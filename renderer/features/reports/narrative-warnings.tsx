import { useMemo } from 'react'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { checkReport, type NarrativePlace } from '#shared/reports/narrative-check.ts'
import { type ReportNarrative } from '#shared/reports/report-narrative.ts'
import { narrativeWarningText as text } from '../../locale/narrative-warnings.ts'

/** What stands in a part of the advisor's words that may point at somebody; empty when nothing does. */
export type WarningOf = (part: NarrativePlace['part'], index: number) => string

/** Looks through all her words at once; she decides, nothing is blocked. */
export function useWarnings(narrative: ReportNarrative, locations: AnnualReport['locations']): WarningOf {
  return useMemo(() => {
    const places = locations.flatMap(({ name, place }) => [name, place])
    const found = checkReport(narrative, places)
    return (part, index) => {
      const findings = found.find((one) => one.part === part && one.index === index)?.findings ?? []
      const words = textOf(narrative, { part, index })
      return findings.length === 0
        ? ''
        : text.warning(findings.map(({ kind, from, to }) => text.finding(kind, words.slice(from, to))))
    }
  }, [narrative, locations])
}

/** A warning under the field that it is about, spoken when it comes. */
export function NarrativeWarning({ children }: { children: string }) {
  return <div role="status">{children !== '' && <p className="report-warning">{children}</p>}</div>
}

function textOf(narrative: ReportNarrative, { part, index }: NarrativePlace): string {
  switch (part) {
    case 'signals':
      return narrative.signals
    case 'recommendations':
      return narrative.recommendations[index]?.text ?? ''
    case 'follow-ups':
      return narrative.followUps[index]?.remark ?? ''
    case 'looking-back':
      return narrative.lookingBack
    case 'work-plan':
      return narrative.workPlan
  }
}
