import { type Entry } from '#shared/casework/entry.ts'
import { entryOrder } from '#shared/casework/entry-order.ts'

/** Entries newest day first; on one day the one written down last comes first. */
export function timelineOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => entryOrder(b, a))
}
