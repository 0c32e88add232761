import type { HalfYear } from '../report-period.ts'

/** That there was at least one consult in a half-year, or none. */
export type ToldUse = { period: HalfYear; use: 'some' | 'none' }

/**
 * What the hours lines of invoices tell of use, for the half-years that are over (`halves`). From a bundle nothing is
 * billed, so nothing is told. A line of consults alone proves that there was one, and no line that there was none. A
 * line that merges consults with meetings proves neither; but where not even that stands on an invoice, there was no
 * consult.
 */
export function useToldBy(
  billing: 'bundle' | 'half-yearly-line' | 'consults-alone',
  lines: readonly { half: HalfYear; minutes: number }[],
  halves: readonly HalfYear[],
): ToldUse[] {
  return halves.flatMap((period): ToldUse[] => {
    const isBilled = lines.some(({ half, minutes }) => half === period && minutes > 0)
    switch (billing) {
      case 'bundle':
        return []
      case 'half-yearly-line':
        return isBilled ? [] : [{ period, use: 'none' }]
      case 'consults-alone':
        return [{ period, use: isBilled ? 'some' : 'none' }]
    }
  })
}
