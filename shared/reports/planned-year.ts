import { z } from 'zod'
import { Year } from '../calendar/period.ts'
import { HalfYear } from '../statistics/report-period.ts'

/**
 * What would have become of one table of a year, had its half-years been reported first: so many rows with a number by
 * itself, so many after them, and which tables of which half-year cost it some. `total` names the half-year's total.
 */
export const PlannedTable = z.strictObject({
  dimension: z.string(),
  rowsAlone: z.int().min(0),
  rowsAfterHalves: z.int().min(0),
  blockedBy: z.array(z.strictObject({ half: HalfYear, dimension: z.string() })),
})
export type PlannedTable = z.infer<typeof PlannedTable>

/** A past year, looked at for the sake of the next. Only tables that lose something are named. */
export const PlannedYear = z.strictObject({ year: Year, lost: z.array(PlannedTable) })
export type PlannedYear = z.infer<typeof PlannedYear>
