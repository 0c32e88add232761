import { useMemo } from 'react'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { checkReport, type NarrativePlace } from '#shared/reports/narrative-check.ts'
import { type ReportDraft } from '#shared/reports/report-draft.ts'
import { narrativeWarningText as text } from '../../locale/narrative-warnings.ts'

/** What stands in a part of the advisor's words that may point at somebody; empty when nothing does. */
export type WarningOf = (part: NarrativePlace['part'], index?: number) => string

/** Looks through all her words at once; she decides, nothing is blocked. */
export function useWarnings(
  { narrative, team, statement }: ReportDraft,
  locations: AnnualReport['locations'],
): WarningOf {
  return useMemo(() => {
    const places = locations.flatMap(({ name, place }) => [name, place])
    const found = checkReport({ narrative, team, statement }, places)
    return (part, index = 0) => {
      const place = found.find((one) => one.part === part && one.index === index)
      if (place === undefined) return ''
      return text.warning(
        place.findings.map(({ kind, from, to }) => text.finding(kind, place.text.slice(from, to))),
      )
    }
  }, [narrative, team, statement, locations])
}

/** A warning under the field that it is about, spoken when it comes. */
export function NarrativeWarning({ children }: { children: string }) {
  return <div role="status">{children !== '' && <p className="report-warning">{children}</p>}</div>
}
