// breaks: protected-figures-made-by-statistics
import { reportSeal } from '#shared/statistics/protected-report.ts'

export const seal = reportSeal(3)
