import { z } from 'zod'

/** One line that a person typed: trimmed, at most 200 characters, may be empty. */
export const Line = z.string().trim().max(200)

/** One line that may not be empty. */
export const FilledLine = Line.min(1)

/** A note of several lines, at most 20 MB: more than anybody types, little enough for one record. */
export const Note = z.string().max(20_000_000)
