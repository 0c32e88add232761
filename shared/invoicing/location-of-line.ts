import { type Location } from '../organisations/location.ts'
import { type InvoiceLine, type LocationLine } from './invoice.ts'

/**
 * Whether a line charges this location: the same one, also after its LRK number was corrected, and no other that bears
 * the number now. Lines that do not know their location are told by the number.
 */
export function chargesLocation(
  line: InvoiceLine,
  { id, lrkNumber }: Pick<Location, 'id' | 'lrkNumber'>,
): line is LocationLine {
  if (line.kind !== 'location') return false
  return line.locationId === null ? line.lrkNumber === lrkNumber : line.locationId === id
}
