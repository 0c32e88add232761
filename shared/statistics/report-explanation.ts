import { z } from 'zod'
import { ReportPeriod } from './report-period.ts'

/**
 * A quantity by what it counts: 'total' with no categories is everybody, 'own-melding' a melder herself. `crossing`
 * makes it a cell of a cross table; `period` stands where it is a figure of an earlier report.
 */
export const Counted = z.strictObject({
  dimension: z.string().min(1),
  categories: z.array(z.string()),
  crossing: z.strictObject({ dimension: z.string().min(1), categories: z.array(z.string()) }).optional(),
  period: ReportPeriod.optional(),
})
export type Counted = z.infer<typeof Counted>

/**
 * For the advisor's eyes only: why a row is not shown. `terms` added up give `min` or `max`, the end of the interval
 * that somebody could compute about `about` if the row were shown. Holds values that may not be printed, so it
 * travels beside the protected report and never in it.
 */
export const ReportExplanation = z.strictObject({
  ...Counted.shape,
  reason: z.enum(['too-few', 'protects-others', 'hidden-before']),
  terms: z.array(
    z.strictObject({ ...Counted.shape, sign: z.union([z.literal(1), z.literal(-1)]), value: z.int() }),
  ),
  divisor: z.int().positive(),
  min: z.int().nonnegative(),
  /** Null when nothing limits it. */
  max: z.int().nonnegative().nullable(),
})
export type ReportExplanation = z.infer<typeof ReportExplanation>
