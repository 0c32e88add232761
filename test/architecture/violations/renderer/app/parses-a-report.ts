// breaks: protected-figures-made-by-statistics
import { ProtectedReport } from '#shared/statistics/protected-report.ts'

export const parsed = ProtectedReport.parse({ total: 3 })
