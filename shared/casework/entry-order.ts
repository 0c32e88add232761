import { type Entry } from './entry.ts'

/** Compares two entries of one case for sorting: the earlier day first, on one day the one written down first. */
export function entryOrder(a: Entry, b: Entry): number {
  return a.on.localeCompare(b.on) || a.order - b.order
}
