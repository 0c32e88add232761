import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { FilledLine, Line } from '../kernel/text.ts'

/** What an advisor does besides cases. */
export const ACTIVITY_KINDS = [
  'information-session',
  'consultation-hr',
  'consultation-works-council',
  'consultation-parent-committee',
  'consultation-company-doctor',
  'annual-report-talk',
  'policy-review',
  'introduction-of-trainees',
  'advice-to-organisation',
  'publicity',
  'preparation',
  'peer-review',
  'training',
  'other',
] as const
export const ActivityKind = z.enum(ACTIVITY_KINDS)
export type ActivityKind = z.infer<typeof ActivityKind>

/** What is typed about an activity. Without an organisation it is the advisor's own (peer review, training). */
export const ActivityDetails = z.strictObject({
  organisationId: Id.nullable(),
  kind: ActivityKind,
  on: CalendarDate,
  minutes: z.number().int().min(1).max(1440),
  description: FilledLine,
  withWhom: Line,
  /** How many people were reached, if that was counted. */
  reach: z.number().int().min(0).max(100_000).nullable(),
  /** Paid by the organisation, from its bundle or in the half-yearly line. */
  billable: z.boolean(),
  inReport: z.boolean(),
  /** A case gave rise to it: then its date and subject could point at a person, and no report shows it. */
  becauseOfCase: z.boolean(),
})
export type ActivityDetails = z.infer<typeof ActivityDetails>

export const Activity = ActivityDetails.extend({ id: Id })
export type Activity = z.infer<typeof Activity>
