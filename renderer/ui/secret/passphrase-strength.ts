import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { dictionary } from '@zxcvbn-ts/language-nl-be'

export type Strength = 'weak' | 'fair' | 'strong'

let judge: ZxcvbnFactory | undefined

/**
 * How hard a passphrase is to guess, by the number of guesses that a Dutch-speaking guesser needs. A guess costs a
 * second (Argon2id), so ten thousand million of them (`fair`) keep a thousand computers busy for months, and a hundred
 * million million (`strong`) longer than the caseload lives. Words that belong to the advisor, such as her name, count as known.
 */
export function passphraseStrength(passphrase: string, known: readonly string[]): Strength {
  judge ??= new ZxcvbnFactory({ dictionary: { ...dictionary } })
  const { guessesLog10 } = judge.check(passphrase, [...known, 'luwte', 'vertrouwenspersoon', 'kinderopvang'])
  if (guessesLog10 < 10) return 'weak'
  return guessesLog10 < 14 ? 'fair' : 'strong'
}
