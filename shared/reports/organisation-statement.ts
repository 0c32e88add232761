import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { FilledLine, Line, Note } from '../kernel/text.ts'

/** Where a statement comes from and of which day it is: the advisor repeats it and does not vouch for it. */
const origin = { source: FilledLine, statedOn: CalendarDate }

/** Complaints of one kind and cause, as the organisation counted them; `informal` ones were settled where they arose. */
export const StatedComplaints = z.strictObject({
  stage: z.enum(['informal', 'escalated']),
  kind: FilledLine,
  cause: Line,
  count: z.number().int().min(0).max(10_000),
})
export type StatedComplaints = z.infer<typeof StatedComplaints>

/** How many disputes about one LRK location came before the Geschillencommissie Kinderopvang; usually none. */
export const StatedDisputes = z.strictObject({
  location: FilledLine,
  lrkNumber: Line,
  place: Line,
  disputes: z.number().int().min(0).max(10_000),
})
export type StatedDisputes = z.infer<typeof StatedDisputes>

/**
 * What the organisation itself says of complaints and disputes. It stands in an annex, outside the gate: these are not
 * talks with the advisor, and whoever reads the report knows them already. A part that was not stated is `null`, which
 * is not the same as none.
 */
export const OrganisationStatement = z.strictObject({
  complaints: z
    .strictObject({ ...origin, items: z.array(StatedComplaints).max(200), remark: Note.max(5000) })
    .nullable(),
  disputes: z
    .strictObject({ ...origin, locations: z.array(StatedDisputes).max(500), remark: Note.max(5000) })
    .nullable(),
})
export type OrganisationStatement = z.infer<typeof OrganisationStatement>

export const NO_STATEMENT: OrganisationStatement = { complaints: null, disputes: null }
