import type { AnnualReport } from '#shared/reports/annual-report.ts'
import type { AnnualReportForReview } from '#shared/reports/report-for-review.ts'

export const file = (draft: AnnualReport): AnnualReportForReview => draft
