// breaks: protected-figures-made-by-statistics
import type { ProtectedReport } from '../statistics/protected-report.ts'

export const claimed = { total: 3 } as ProtectedReport
