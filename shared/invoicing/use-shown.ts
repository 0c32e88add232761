import { type CalendarDate } from '../calendar/calendar-date.ts'
import { type Half, halfPeriod, overlap } from '../calendar/period.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type TimeCovered, type Invoice } from './invoice.ts'

type HalfOfYear = { year: number; half: Half }

const COVERED: Record<Engagement['hoursBilling'], TimeCovered | null> = {
  bundle: null,
  'half-yearly-line': 'everything',
  'consults-alone': 'consults',
}

/**
 * What invoices tell of consults in one half-year. An invoice of consults alone tells that there were some, also after
 * it was credited: it was read. That none came, and none will because there are no `minutes` to bill, tells that there
 * were none, but only where hours were billed at all then: today's terms say nothing about another half-year. So an
 * invoice of the same kind under this contract must show it: of the half-year before, after which the terms stayed as
 * they are, or of the other half of the year, because terms change with a year. Hours out of a bundle tell nothing, and
 * neither does a line that merges consults with other work.
 */
export function useShown(
  year: number,
  half: Half,
  engagement: Engagement,
  invoices: readonly Invoice[],
  minutes: number,
  today: CalendarDate,
): 'some' | 'none' | null {
  const lines = invoices.filter(({ kind }) => kind !== 'credit').flatMap((invoice) => invoice.lines)
  const billedIn = (one: HalfOfYear): TimeCovered[] =>
    lines.flatMap((line) =>
      line.kind === 'hours' && line.year === one.year && line.half === one.half ? [line.covers] : [],
    )
  const billed = billedIn({ year, half })
  if (billed.includes('consults')) return 'some'
  const days = halfPeriod(year, half)
  const bundled = lines.some((line) => line.kind === 'bundle' && overlap(days, line.period) !== null)
  const isOver = isUnder(engagement, { year, half }) && today > days.to
  if (!isOver || bundled || billed.length > 0 || minutes > 0) return null
  const covered = COVERED[engagement.hoursBilling]
  const showing = neighbours({ year, half }).filter((one) => isUnder(engagement, one))
  return covered !== null && showing.some((one) => billedIn(one).includes(covered)) ? 'none' : null
}

/** The half-year before it, and the other half of its year. */
function neighbours({ year, half }: HalfOfYear): HalfOfYear[] {
  return half === 2
    ? [{ year, half: 1 }]
    : [
        { year: year - 1, half: 2 },
        { year, half: 2 },
      ]
}

function isUnder({ startsOn, endsOn }: Engagement, { year, half }: HalfOfYear): boolean {
  return overlap(halfPeriod(year, half), { from: startsOn, to: endsOn }) !== null
}
