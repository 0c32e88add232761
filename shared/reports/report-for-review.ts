import { z } from 'zod'
import { AnnualReport } from './annual-report.ts'

const shape = AnnualReport.shape

/**
 * What leaves the application of a report before it is settled: facts, activities and the advisor's own words, for
 * the organisation to check. No figure of this period or an earlier one, because only settling writes down which
 * figures were handed over, and later ones must not be subtractable from them. Its status is its own, so that no
 * report with figures fits.
 */
export const AnnualReportForReview = z.strictObject({
  status: z.literal('for-review'),
  period: shape.period,
  organisationName: shape.organisationName,
  group: shape.group,
  locationCount: shape.locationCount,
  locations: shape.locations,
  reachableCount: shape.reachableCount,
  advisor: shape.advisor,
  certificationTime: shape.certificationTime,
  team: shape.team,
  activities: shape.activities,
  narrative: shape.narrative,
  statement: shape.statement,
})
export type AnnualReportForReview = z.infer<typeof AnnualReportForReview>

/** The report without its figures. */
export function forReview(report: AnnualReport): AnnualReportForReview {
  return {
    status: 'for-review',
    period: report.period,
    organisationName: report.organisationName,
    group: report.group,
    locationCount: report.locationCount,
    locations: report.locations,
    reachableCount: report.reachableCount,
    advisor: report.advisor,
    certificationTime: report.certificationTime,
    team: report.team,
    activities: report.activities,
    narrative: report.narrative,
    statement: report.statement,
  }
}
