import { useMemo } from 'react'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { checkReport, type NarrativePlace } from '#shared/reports/narrative-check.ts'
import { type ReportNarrative } from '#shared/reports/report-narrative.ts'
import { narrativeWarningText as text } from '../../locale/narrative-warnings.ts'
import { Notice } from '../../ui/notice.tsx'

/** What stands in the advisor's own words that may point at somebody: she looks again, nothing is blocked. */
export function NarrativeWarnings({
  narrative,
  locations,
}: {
  narrative: ReportNarrative
  locations: AnnualReport['locations']
}) {
  const found = useMemo(
    () =>
      checkReport(
        narrative,
        locations.flatMap(({ name, place }) => [name, place]),
      ),
    [narrative, locations],
  )
  if (found.length === 0) return null
  return (
    <Notice tone="warn" title={text.title}>
      <p>{text.explain}</p>
      <ul className="report-warnings">
        {found.map(({ part, index, findings }) => (
          <li key={`${part} ${index}`}>
            {text.parts[part](index + 1)}
            {': '}
            {findings
              .map(({ kind, from, to }) =>
                text.finding(kind, textOf(narrative, { part, index }).slice(from, to)),
              )
              .join('; ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
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
