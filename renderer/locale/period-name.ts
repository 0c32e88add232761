import { periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'

/** `2025`, `eerste halfjaar 2025`, `2023 tot en met 2025`. */
export function periodName(period: ReportPeriod): string {
  if ('from' in period) return `${period.from} tot en met ${period.to}`
  if (period.half === null) return periodKey(period)
  return `${period.half === 'first-half' ? 'eerste' : 'tweede'} halfjaar ${period.year}`
}

/** The same within a sentence: `2025`, `het eerste halfjaar van 2025`, `2023 tot en met 2025`. */
export function periodInSentence(period: ReportPeriod): string {
  if ('from' in period || period.half === null) return periodName(period)
  return `het ${period.half === 'first-half' ? 'eerste' : 'tweede'} halfjaar van ${period.year}`
}

/** What comes after it: the year after, or the other half of the year. */
export function periodAfter(period: ReportPeriod): ReportPeriod {
  if ('from' in period) return { year: period.to + 1, half: null }
  if (period.half === 'first-half') return { ...period, half: 'second-half' }
  return { year: period.year + 1, half: null }
}
