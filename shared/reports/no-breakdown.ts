import { type ProtectedReport } from '../statistics/protected-report.ts'
import { TIME } from '../statistics/report-time.ts'

/**
 * Why a report has no breakdown: nobody came; few came, and how many is not said precisely (`few-in-a-range`) or is
 * (`few`); many came whose number may not be said, to which tables would add up (`number-not-said`); or none was asked.
 */
export type NoBreakdown = 'nobody' | 'few-in-a-range' | 'few' | 'number-not-said' | 'not-asked'

/**
 * The reason, or `null` where there is a breakdown. A table of a single row says nothing that the total does not. It
 * goes by what is printed alone, so that it tells nobody more than that.
 */
export function whyNoBreakdown({
  total,
  threshold,
  tables,
  whatWasGivenUp,
}: Pick<ProtectedReport, 'total' | 'threshold' | 'whatWasGivenUp'> & {
  tables: readonly { dimension: string; rows: readonly unknown[] }[]
}): NoBreakdown | null {
  if (tables.some(({ rows }) => rows.length > 1)) return null
  if (total.shown === 'band' && total.from >= 2 * threshold) return 'number-not-said'
  if (total.shown !== 'exact') return 'few-in-a-range'
  if (total.value === 0) return 'nobody'
  const isAsked = [...tables, ...whatWasGivenUp].some(({ dimension }) => dimension !== TIME)
  return isAsked ? 'few' : 'not-asked'
}
