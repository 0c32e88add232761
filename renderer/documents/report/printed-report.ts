import type { AnnualReport } from '#shared/reports/annual-report.ts'
import type { AnnualReportForReview } from '#shared/reports/report-for-review.ts'

/** What the letter can be made of: a report with its figures, or a draft that has none. */
export type PrintedReport = AnnualReport | AnnualReportForReview

/** True when there are figures to print. */
export function hasFigures(report: PrintedReport): report is AnnualReport {
  return report.status !== 'for-review'
}

/** The day on which it was settled; null for every draft. */
export function settlingDay(report: PrintedReport): AnnualReport['settledOn'] {
  return hasFigures(report) ? report.settledOn : null
}
