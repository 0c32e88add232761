import { type AnnualReport } from './annual-report.ts'
import { NO_STATEMENT } from './organisation-statement.ts'
import { type ReportAudience, type ReportPart } from './report-audience.ts'

/**
 * The same report for another audience: its figures and facts as they are, without the parts that this audience does
 * not get. A version of a version has lost what the first one left out.
 */
export function versionFor(
  report: AnnualReport,
  audience: ReportAudience,
  leftOut: readonly ReportPart[],
): AnnualReport {
  const keeps = (part: ReportPart) => !leftOut.includes(part)
  const { narrative } = report
  return {
    ...report,
    audience,
    team: keeps('team') ? report.team : [],
    statement: keeps('statement') ? report.statement : NO_STATEMENT,
    narrative: {
      signals: keeps('signals') ? narrative.signals : '',
      recommendations: keeps('recommendations') ? narrative.recommendations : [],
      followUps: keeps('follow-ups') ? narrative.followUps : [],
      lookingBack: keeps('looking-back') ? narrative.lookingBack : '',
      workPlan: keeps('work-plan') ? narrative.workPlan : '',
    },
  }
}
