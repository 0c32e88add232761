import { type LedgerValue } from '#shared/statistics/ledger.ts'
import { reportWords } from './report-document.ts'

const ONE = String.raw`geen meldingen|minder dan \d+, of geen|\d+ tot \d+|\d+|${reportWords.notEstablished}`

/** The total as a sentence says it; null when it says none. */
export function totalIn(line: string): LedgerValue | null {
  if (/ (?:kreeg ik|kregen wij) geen meldingen\./.test(line)) return 0
  if (/ kwam 1 melder bij (?:mij|ons)\./.test(line)) return 1
  const [, exact] = / kwamen (\d+) melders bij (?:mij|ons)\./.exec(line) ?? []
  if (exact !== undefined) return Number(exact)
  const [, said] = /^Aantal melders .*: (.*?)\.(?: |$)/.exec(line) ?? []
  return said === undefined ? null : (totalsIn(said, 1)?.[0] ?? null)
}

/** So many totals as they stand in a table, null for a year without one; null for a line that is something else. */
export function totalsIn(text: string, count: number): (LedgerValue | null)[] | null {
  if (!new RegExp(`^(?:${ONE})(?: (?:${ONE}))*$`).test(text)) return null
  const values = [...text.matchAll(new RegExp(ONE, 'g'))].map(([said]) => valueOf(said))
  return values.length === count ? values : null
}

function valueOf(said: string): LedgerValue | null {
  if (said === reportWords.notEstablished) return null
  const [first, last] = [...said.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  if (first === undefined) return 0
  if (last !== undefined) return { from: first, to: last }
  return said.startsWith('minder dan') ? { from: 0, to: first - 1 } : first
}
