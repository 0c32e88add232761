import { z } from 'zod'

/**
 * One line that a person typed: trimmed, at most so many characters, may be empty. Line ends that came along with a
 * pasted text become spaces: a line on an invoice must stay one.
 */
export const lineUpTo = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' '))
    .trim()
    .max(most)

/** A line of at most 200 characters, which a later `max` could only shorten. */
export const Line = lineUpTo(200)

/** One line that may not be empty. */
export const FilledLine = Line.min(1)

/** A note of several lines, at most 20 MB: more than anybody types, little enough for one record. */
export const Note = z.string().max(20_000_000)
