import type { AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'

export const file = (draft: AnnualReport): SettledReport => draft
