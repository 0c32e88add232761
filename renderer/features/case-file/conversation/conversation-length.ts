const MILLISECONDS_PER_MINUTE = 60_000

/** So long the host lets the idle clock stand still for a conversation. */
export const LONGEST_PAUSE_MINUTES = 90

/** Whole minutes of a conversation that lasted so many milliseconds. */
export function wholeMinutes(milliseconds: number): number {
  return Math.floor(milliseconds / MILLISECONDS_PER_MINUTE)
}

/** Minutes to propose for the contact: rounded to five, at least five, at most a day. */
export function proposedMinutes(milliseconds: number): number {
  const rounded = Math.round(milliseconds / MILLISECONDS_PER_MINUTE / 5) * 5
  return Math.min(Math.max(rounded, 5), 1440)
}

/** Whole minutes for which the idle clock may still stand still. */
export function pauseLeft(milliseconds: number): number {
  return Math.max(LONGEST_PAUSE_MINUTES - wholeMinutes(milliseconds), 0)
}
