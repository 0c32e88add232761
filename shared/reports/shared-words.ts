import { z } from 'zod'

/** Letters and digits that the words of two advisors must hold together at the least. */
export const FEWEST_CHARACTERS = 12

/**
 * The words that two advisors agreed on over the telephone; both type them. Parsing makes them the same however they
 * were typed: NFKC, small letters, single spaces. Refused as `words-too-short` with fewer than twelve letters and
 * digits: spaces and signs are typed too differently to count.
 */
export const SharedWords = z
  .string()
  .max(1000)
  .overwrite((typed) => typed.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim())
  .refine((words) => (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= FEWEST_CHARACTERS, {
    error: 'words-too-short',
  })
