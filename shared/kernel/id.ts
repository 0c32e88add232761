import { z } from 'zod'

/** Name of a record: 26 characters of lower-case Crockford base32 drawn from 130 random bits. Says nothing. */
export const Id = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/)
export type Id = z.infer<typeof Id>

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Writes 26 random bytes as an id; five bits of each byte are used. */
export function idFrom(random: Uint8Array): Id {
  if (random.length < 26) throw new Error('an id needs 26 random bytes')
  return Array.from(random.subarray(0, 26), (byte) => ALPHABET.charAt(byte & 31)).join('')
}
