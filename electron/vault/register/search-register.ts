import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { foldText, searchWords } from '#shared/kernel/search-words.ts'
import { type RegisterRow } from '#shared/organisations/register-row.ts'

/** Rows in the order in which they are shown, each with its searchable text. */
export type SearchableRegister = readonly { row: RegisterRow; text: string }[]

/** Rows that match, and how many matches each holder has, most first; '' where the register names no holder. */
export type RegisterSearch = { rows: RegisterRow[]; holders: { holder: string; count: number }[] }

/** Prepares rows for searching, which for 32,000 takes longer than a keystroke may: registered first, then by name. */
export function searchableRegister(rows: readonly RegisterRow[]): SearchableRegister {
  return [...rows]
    .sort(
      (a, b) =>
        Number(b.registered) - Number(a.registered) ||
        dutchOrder(a.name, b.name) ||
        dutchOrder(a.lrkNumber, b.lrkNumber),
    )
    .map((row) => ({ row, text: searchedText(row) }))
}

/**
 * Rows in which all words of the query occur, in name, holder, LRK number or address, without regard to case and
 * accents; only those of one holder when `holder` is not null. An empty query finds every row. The holders are
 * counted before one is chosen, so that another can be.
 */
export function searchRegister(
  register: SearchableRegister,
  query: string,
  holder: string | null,
): RegisterSearch {
  const words = searchWords(query)
  const found = register
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ row }) => row)
  const counts = new Map<string, number>()
  for (const row of found) counts.set(row.holder, (counts.get(row.holder) ?? 0) + 1)
  return {
    rows: holder === null ? found : found.filter((row) => row.holder === holder),
    holders: [...counts]
      .map(([name, count]) => ({ holder: name, count }))
      .sort((a, b) => b.count - a.count || dutchOrder(a.holder, b.holder)),
  }
}

/** A postcode is found with its space and without. */
function searchedText(row: RegisterRow): string {
  const { street, postcode, city } = row.address
  const parts = [row.name, row.holder, row.lrkNumber, street, postcode, postcode.replace(' ', ''), city]
  // A line end between the parts keeps a word from matching across two of them.
  return foldText(parts.join('\n'))
}
