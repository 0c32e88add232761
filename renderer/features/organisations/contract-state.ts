import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Engagement } from '#shared/organisations/engagement.ts'

/** Where a contract stands today. */
export type ContractState =
  | { state: 'none' }
  | { state: 'future'; from: CalendarDate }
  | { state: 'running' }
  | { state: 'ending'; until: CalendarDate }
  | { state: 'ended'; until: CalendarDate }

/** A last day that lies today or later still runs. */
export function contractState(engagement: Engagement | null, today: CalendarDate): ContractState {
  if (engagement === null) return { state: 'none' }
  if (engagement.startsOn > today) return { state: 'future', from: engagement.startsOn }
  if (engagement.endsOn === null) return { state: 'running' }
  return engagement.endsOn >= today
    ? { state: 'ending', until: engagement.endsOn }
    : { state: 'ended', until: engagement.endsOn }
}
