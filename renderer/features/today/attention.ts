import { addDays, daysBetween, type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseSummary } from '#shared/casework/case-file.ts'

/** Days without contact after which an open case without a next step asks to be looked at. */
export const SILENT_DAYS = 28

/** What waits, by when: each case stands in at most one of the lists. */
export type Attention = {
  late: CaseSummary[]
  dueToday: CaseSummary[]
  thisWeek: CaseSummary[]
  later: CaseSummary[]
  /** Open, nothing agreed, and no contact for four weeks. */
  silent: CaseSummary[]
}

/** The Sunday that ends the week of a day. */
export function endOfWeek(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (7 - weekday) % 7)
}

/**
 * Sorts cases by when they ask for something, the most pressing first. A closed one asks for the aftercare that was
 * agreed, and for nothing else.
 */
export function attentionIn(cases: readonly CaseSummary[], today: CalendarDate): Attention {
  const attention: Attention = { late: [], dueToday: [], thisWeek: [], later: [], silent: [] }
  const sunday = endOfWeek(today)
  const byFollowUp = [...cases].sort((a, b) => (a.followUpOn ?? '').localeCompare(b.followUpOn ?? ''))
  for (const summary of byFollowUp) {
    const { followUpOn } = summary
    if (followUpOn === null) continue
    if (followUpOn < today) attention.late.push(summary)
    else if (followUpOn === today) attention.dueToday.push(summary)
    else if (followUpOn <= sunday) attention.thisWeek.push(summary)
    else attention.later.push(summary)
  }
  attention.silent = cases
    .filter(({ state, followUpOn }) => state === 'open' && followUpOn === null)
    .filter(({ lastEntryOn }) => daysBetween(lastEntryOn, today) >= SILENT_DAYS)
    .sort((a, b) => a.lastEntryOn.localeCompare(b.lastEntryOn))
  return attention
}
