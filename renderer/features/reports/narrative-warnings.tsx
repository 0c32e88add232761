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
  { locations, activities }: Pick<AnnualReport, 'locations' | 'activities'>,
): WarningOf {
  return useMemo(() => {
    const places = locations.flatMap(({ name, place }) => [name, place])
    const found = checkReport({ narrative, team, statement, activities }, places)
    return (part, index = 0) => {
      const here = found.filter((one) => one.part === part && one.index === index)
      if (here.length === 0) return ''
      return text.warning(
        here.flatMap((place) =>
          place.findings.map(({ kind, from, to }) => text.finding(kind, place.text.slice(from, to))),
        ),
      )
    }
  }, [narrative, team, statement, activities, locations])
}

/** A warning under the field that it is about, spoken when it comes. */
export function NarrativeWarning({ children }: { children: string }) {
  return <div role="status">{children !== '' && <p className="report-warning">{children}</p>}</div>
}

/** What stands in activities that the report names; they are changed where hours are written down. */
export function ActivityWarnings({
  activities,
  warningOf,
}: {
  activities: AnnualReport['activities']
  warningOf: WarningOf
}) {
  const warnings = activities
    .map(({ description }, index) => ({ description, index, warning: warningOf('activities', index) }))
    .filter(({ warning }) => warning !== '')
  return (
    <div role="status">
      {warnings.map(({ description, index, warning }) => (
        <p key={index} className="report-warning">
          {text.inActivity(description, warning)}
        </p>
      ))}
    </div>
  )
}
