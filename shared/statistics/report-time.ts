import type { ReportDimension } from './report-dimension.ts'
import { halvesOf, yearsOf, type HalfYear, type ReportPeriod } from './report-period.ts'

/** Name of the dimension that counts melders by half-year; every melder carries her half-year under it. */
export const TIME = 'time'

/** The dimension of time within a period: half-years, then (in a block) years, then all in one. */
export function timeDimension(period: ReportPeriod): ReportDimension & { name: typeof TIME } {
  const halves: HalfYear[] = halvesOf(period)
  const years = yearsOf(period).map((year) => halves.filter((half) => half.startsWith(`${year}-`)))
  const ladder = [halves.map((half) => [half]), years, [halves]]
  return { name: TIME, ladder: ladder.filter((step, index) => step.length !== ladder[index - 1]?.length) }
}
