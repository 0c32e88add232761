import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { foldText, searchWords } from '#shared/kernel/search-words.ts'
import { type Location } from '#shared/organisations/location.ts'

/**
 * Locations by name in which every word of the query occurs (name, number, city, cost centre), those whose last day
 * under contract is past apart.
 */
export function locationRows(
  locations: readonly Location[],
  query: string,
  today: CalendarDate,
): { present: Location[]; left: Location[] } {
  const words = searchWords(query)
  const found = locations
    .filter(({ name, lrkNumber, address, costCentre }) => {
      const text = foldText([name, lrkNumber, address.city, costCentre].join('\n'))
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => dutchOrder(a.name, b.name) || dutchOrder(a.lrkNumber, b.lrkNumber))
  const gone = ({ leftOn }: Location) => leftOn !== null && leftOn < today
  return { present: found.filter((location) => !gone(location)), left: found.filter(gone) }
}
