import { type LedgerValue } from '#shared/statistics/ledger.ts'
import { reportWords } from './report-document.ts'

const ONE = String.raw`geen meldingen|minder dan \d+, of geen|\d+ tot \d+|\d+|${reportWords.notEstablished}`

/**
 * The total as a sentence says it, and what else stands on the line apart from the year; null when it says none.
 */
export function totalIn(line: string): { value: LedgerValue; rest: string } | null {
  const [sentence, exact] =
    /.*? (?:(?:kreeg ik|kregen wij) geen meldingen|(?:kwam|kwamen) (\d+) melders? bij (?:mij|ons))\./.exec(
      line,
    ) ?? []
  if (sentence !== undefined) return { value: Number(exact ?? 0), rest: restOf(line, sentence) }
  const [range, said = ''] = /^Aantal melders .*?: (.*?)\.(?: |$)/.exec(line) ?? []
  const value = totalsIn(said, 1)?.[0] ?? null
  return range === undefined || value === null ? null : { value, rest: restOf(line, range) }
}

/** What is left of a line without the sentence of the total; of what stands before that only the year belongs to it. */
function restOf(line: string, sentence: string): string {
  const before = sentence.replace(/(?:^|. )(?:In|Aantal melders in) .*$/, '')
  return `${before} ${line.slice(sentence.length)}`.trim()
}

/** So many totals as they stand in a table, null for a year without one; null for a line that is something else. */
export function totalsIn(text: string, count: number): (LedgerValue | null)[] | null {
  if (!new RegExp(`^(?:${ONE})(?: (?:${ONE}))*$`).test(text)) return null
  const values = [...text.matchAll(new RegExp(ONE, 'g'))].map(([said]) => valueOf(said))
  return values.length === count ? values : null
}

/** The total that a row ends with, and what stands before it; null when it ends with none. */
export function totalAtEnd(line: string): { value: LedgerValue; rest: string } | null {
  const [, rest, said = ''] = new RegExp(`^(.+?) (${ONE})$`).exec(line) ?? []
  const value = rest === undefined ? null : valueOf(said)
  return rest === undefined || value === null ? null : { value, rest }
}

function valueOf(said: string): LedgerValue | null {
  if (said === reportWords.notEstablished) return null
  const [first, last] = [...said.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  if (first === undefined) return 0
  if (last !== undefined) return { from: first, to: last }
  return said.startsWith('minder dan') ? { from: 0, to: first - 1 } : first
}
