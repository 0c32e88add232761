import { type Entry } from '#shared/casework/entry.ts'

/** Entries newest day first; on one day the one written down last comes first. */
export function timelineOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].reverse().sort((a, b) => b.on.localeCompare(a.on))
}
