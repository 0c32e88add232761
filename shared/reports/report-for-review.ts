import { z } from 'zod'
import { AnnualReport } from './annual-report.ts'

const { year, organisationName, locationCount, reachableCount, advisor, activities, narrative } =
  AnnualReport.shape

/**
 * What leaves the application of a report before it is settled: facts, activities and the advisor's own words, for
 * the organisation to check. No figure of this year or an earlier one, because only settling writes down which
 * figures were handed over, and later ones must not be subtractable from them. Its status is its own, so that no
 * report with figures fits.
 */
export const AnnualReportForReview = z.strictObject({
  status: z.literal('for-review'),
  year,
  organisationName,
  locationCount,
  reachableCount,
  advisor,
  activities,
  narrative,
})
export type AnnualReportForReview = z.infer<typeof AnnualReportForReview>

/** The report without its figures. */
export function forReview(report: AnnualReport): AnnualReportForReview {
  return {
    status: 'for-review',
    year: report.year,
    organisationName: report.organisationName,
    locationCount: report.locationCount,
    reachableCount: report.reachableCount,
    advisor: report.advisor,
    activities: report.activities,
    narrative: report.narrative,
  }
}
