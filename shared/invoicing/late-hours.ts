import { type Half, halfPeriod, overlap } from '../calendar/period.ts'
import { type Engagement } from '../organisations/engagement.ts'
import { type HoursLine, type Invoice, type InvoiceLine, type TimeCovered } from './invoice.ts'
import { standingLines } from './standing-lines.ts'

type HalfYear = { year: number; half: Half }

function hoursOf(year: number, half: Half, lines: readonly InvoiceLine[]): HoursLine[] {
  return lines.filter(
    (line): line is HoursLine => line.kind === 'hours' && line.year === year && line.half === half,
  )
}

/**
 * The line that billed the hours of a half-year in time, or `null`. While it stands the half-year was invoiced, what is
 * not in it came late, and its rate and what it covers are what was agreed then. `lines` are those that stand.
 */
export function lineInTime(year: number, half: Half, lines: readonly InvoiceLine[]): HoursLine | null {
  return hoursOf(year, half, lines).find(({ isLate }) => !isLate) ?? null
}

/** Minutes of a half-year that were billed, in time and late together. `lines` are those that stand. */
export function billedMinutes(year: number, half: Half, lines: readonly InvoiceLine[]): number {
  return hoursOf(year, half, lines).reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * Whether the hours of a half-year are paid with a bundle: one was bought that reaches into it, or the contract says so
 * now and it was not invoiced otherwise. `lines` are those that stand.
 */
export function comesFromBundle(
  year: number,
  half: Half,
  engagement: Engagement | null,
  lines: readonly InvoiceLine[],
): boolean {
  const days = halfPeriod(year, half)
  const isBought = lines.some((line) => line.kind === 'bundle' && overlap(days, line.period) !== null)
  return isBought || (engagement?.hoursBilling === 'bundle' && lineInTime(year, half, lines) === null)
}

/** What the hours of a half-year cover: what they covered when it was invoiced, else what the contract says now. */
export function coversOf(
  year: number,
  half: Half,
  engagement: Engagement | null,
  invoices: readonly Invoice[],
): TimeCovered {
  const agreed = engagement?.hoursBilling === 'consults-alone' ? 'consults' : 'everything'
  return lineInTime(year, half, standingLines(invoices))?.covers ?? agreed
}

/** Half-years before this one that were invoiced, oldest first: hours of theirs may have come late. */
export function halvesBilledBefore(year: number, half: Half, invoices: readonly Invoice[]): HalfYear[] {
  const { from } = halfPeriod(year, half)
  return standingLines(invoices)
    .filter((line): line is HoursLine => line.kind === 'hours' && !line.isLate)
    .map((line): HalfYear => ({ year: line.year, half: line.half }))
    .filter((one) => halfPeriod(one.year, one.half).to < from)
    .sort((a, b) => a.year - b.year || a.half - b.half)
}
