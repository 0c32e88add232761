import { refuse, type Refusal } from '../kernel/refusal.ts'
import { type CalendarDate } from './calendar-date.ts'

const EARLIEST = '2000-01-01'

/**
 * Refuses a day on which nothing can have happened yet, and one before 2000: `1925` is a slip of the fingers,
 * and a case of 1925 would stand outside every report for ever.
 */
export function refuseImplausible(
  date: CalendarDate,
  today: CalendarDate,
  field: string,
): Refusal<'date-in-future' | 'date-too-old'> | null {
  if (date > today) return refuse('date-in-future', field)
  if (date < EARLIEST) return refuse('date-too-old', field)
  return null
}
