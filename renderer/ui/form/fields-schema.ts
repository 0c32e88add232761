import { z } from 'zod'

/** What a reader makes of fields as they were typed: the value to keep, or a slug for each field that is wrong. */
export type Reading<Output, Field extends string, Slug extends string> =
  { details: Output } | { errors: Partial<Record<Field, Slug>> }

/**
 * The schema of a form whose fields are read by one function, because what is right in one depends on another.
 * Its issues are the sentences of `sentences`.
 */
export function fieldsSchema<Fields, Output, Slug extends string>(
  read: (fields: Fields) => Reading<Output, keyof Fields & string, Slug>,
  sentences: Readonly<Record<Slug, string>>,
): z.ZodType<Output, Fields> {
  return z
    .custom<Fields>(() => true)
    .transform((fields, context) => {
      const reading = read(fields)
      if ('details' in reading) return reading.details
      for (const field of Object.keys(reading.errors) as (keyof Fields & string)[]) {
        const slug = reading.errors[field]
        if (slug !== undefined)
          context.issues.push({ code: 'custom', path: [field], message: sentences[slug], input: undefined })
      }
      return z.NEVER
    })
}
