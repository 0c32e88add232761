import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Line } from '../kernel/text.ts'

/** One of the advisors that the people of an organisation could turn to, herself and her colleagues alike. */
export const TeamMember = z.strictObject({
  /** May be empty: a report can say that there was one without naming her. */
  name: Line,
  position: z.enum(['internal', 'external']),
  /** "medewerkers en vrijwilligers van Fantasia". */
  forWhom: Line,
  certificate: Line,
  certifiedUntil: CalendarDate.nullable(),
  /** First and last day of her task, where they lie within the period. */
  from: CalendarDate.nullable(),
  until: CalendarDate.nullable(),
  remark: Line,
})
export type TeamMember = z.infer<typeof TeamMember>

export const ReportTeam = z.array(TeamMember).max(40)

/**
 * Hours that count towards certification, over the four years that end with the period: the register of the LVV asks
 * 72 of them, of which at least 24 of training and 32 of peer review.
 */
export const CertificationTime = z.strictObject({
  from: CalendarDate,
  to: CalendarDate,
  trainingMinutes: z.number().int().min(0),
  peerReviewMinutes: z.number().int().min(0),
})
export type CertificationTime = z.infer<typeof CertificationTime>
