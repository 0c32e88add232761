import { z } from 'zod'
import { DimensionName } from './report-choices.ts'

/** How many melders one advisor counted in each row of a table, rows as coarse as she may hand over. */
const CoarseTable = z.strictObject({
  dimension: z.union([DimensionName, z.literal('time')]),
  rows: z
    .array(
      z.strictObject({
        categories: z.array(z.string().min(1)).min(1),
        count: z.int().min(0).max(10_000),
        /** Everybody in it speaks of the same person: as traceable as one melder. Where it is not said, it is so. */
        oneAccused: z.boolean().default(true),
      }),
    )
    .min(1),
})
export type CoarseTable = z.infer<typeof CoarseTable>

/**
 * What an advisor gives to a colleague who makes the report of their common client: how many melders there were, and
 * how they divide over the coarse rows of each table by itself. Nothing that would put two tables together.
 */
export const CoarseCounts = z
  .strictObject({ melders: z.int().min(0).max(10_000), tables: z.array(CoarseTable).max(10) })
  .refine(
    ({ melders, tables }) =>
      tables.every(({ rows }) => rows.reduce((sum, { count }) => sum + count, 0) === melders),
    { message: 'does-not-add-up', path: ['tables'] },
  )
export type CoarseCounts = z.infer<typeof CoarseCounts>
