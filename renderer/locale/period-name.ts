import { periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'

/** `2025`, `eerste halfjaar 2025`, `2023 tot en met 2025`. */
export function periodName(period: ReportPeriod): string {
  if ('from' in period) return `${period.from} tot en met ${period.to}`
  if (period.half === null) return periodKey(period)
  return `${period.half === 'first-half' ? 'eerste' : 'tweede'} halfjaar ${period.year}`
}
