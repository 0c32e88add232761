import { passesLrkCheck } from '../organisations/lrk-number.ts'

/** Nine digits together, or grouped as people write them: 123 456 782, 123.456.782, 1234.56.782. */
const NINE_DIGITS =
  /(?<![\p{L}\d]|(?:\+|00)\d{2} )(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3})(?![\p{L}\d])/gu

/**
 * How many numbers in a note may be somebody's burgerservicenummer: nine digits that pass its elfproef and are not
 * the LRK number of a known location, which passes the same check. A phone number has ten digits, or follows the
 * number of a country.
 */
export function countPossibleBsn(note: string, knownLrkNumbers: ReadonlySet<string>): number {
  return Array.from(note.matchAll(NINE_DIGITS), ([found]) => found.replace(/[ .]/g, '')).filter(
    (number) => passesLrkCheck(number) && !knownLrkNumbers.has(number),
  ).length
}
