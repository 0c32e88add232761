import { z } from 'zod'

const ReportYear = z.int().min(1990).max(2200)

const YearOrHalf = z.strictObject({
  year: ReportYear,
  half: z.enum(['first-half', 'second-half']).nullable(),
})

const BlockOfYears = z
  .strictObject({ from: ReportYear, to: ReportYear })
  .refine(({ from, to }) => from < to, {
    error: 'to: not later than from',
  })

/** What a report is about: a year (`half` null), half a year, or a block of whole years, both ends included. */
export const ReportPeriod = z.union([YearOrHalf, BlockOfYears])
export type ReportPeriod = z.infer<typeof ReportPeriod>

/** The finest stretch of time that a report knows: '2025-1' is the first half of 2025. */
export type HalfYear = `${number}-${1 | 2}`
export const HalfYear = z.custom<HalfYear>((text) => typeof text === 'string' && /^\d{4}-[12]$/.test(text))

/** The half-years of a period, in order. */
export function halvesOf(period: ReportPeriod): HalfYear[] {
  return yearsOf(period).flatMap((year): HalfYear[] => {
    const both: HalfYear[] = [`${year}-1`, `${year}-2`]
    if ('from' in period || period.half === null) return both
    return period.half === 'first-half' ? both.slice(0, 1) : both.slice(1)
  })
}

/** The calendar years that a period lies in, in order. */
export function yearsOf(period: ReportPeriod): number[] {
  if ('year' in period) return [period.year]
  return Array.from({ length: period.to - period.from + 1 }, (_, index) => period.from + index)
}

/** True when some half-year lies in both. */
export function overlaps(a: ReportPeriod, b: ReportPeriod): boolean {
  return halvesOf(a).some((half) => halvesOf(b).includes(half))
}

/** True when every half-year of `inner` lies in `outer`; a period contains itself. */
export function contains(outer: ReportPeriod, inner: ReportPeriod): boolean {
  return halvesOf(inner).every((half) => halvesOf(outer).includes(half))
}

/** Short text that is equal exactly for equal periods: '2025', '2025-1', '2023..2025'. */
export function periodKey(period: ReportPeriod): string {
  if ('from' in period) return `${period.from}..${period.to}`
  if (period.half === null) return String(period.year)
  return halvesOf(period).join()
}
