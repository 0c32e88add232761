import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { FilledLine } from '../kernel/text.ts'
import { ProtectedReport } from '../statistics/protected-report.ts'
import { periodKey, ReportPeriod } from '../statistics/report-period.ts'
import { AnnualReport, ReportedEntity, ReportSummary } from './annual-report.ts'

/** Whose melders are counted together: the entities of a group, or everybody of the advisor's caseload. */
export const JointSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('group'), groupId: Id }),
  z.strictObject({ kind: z.literal('caseload') }),
])
export type JointSubject = z.infer<typeof JointSubject>

/** Names a report of several organisations among all of them. */
export function jointKey(subject: JointSubject, period: ReportPeriod): string {
  return `${subject.kind === 'group' ? subject.groupId : subject.kind}-${periodKey(period)}`
}

/**
 * A report of several organisations together: figures, and whose they are. A group is named with its entities; the
 * benchmark of a caseload names nobody, because clients of an advisor need not know of each other.
 */
export const JointReport = z
  .strictObject({
    id: Id,
    subject: JointSubject,
    period: ReportPeriod,
    status: z.enum(['draft', 'settled']),
    settledOn: CalendarDate.nullable(),
    group: z.strictObject({ name: FilledLine, entities: z.array(ReportedEntity) }).nullable(),
    /** What the figures of a group call its locations, by name. A benchmark has none, nor had what was settled earlier. */
    locations: AnnualReport.shape.locations.default([]),
    advisor: AnnualReport.shape.advisor,
    figures: ProtectedReport,
  })
  .refine(({ status, settledOn }) => (status === 'settled') === (settledOn !== null), {
    message: 'settled-without-day',
    path: ['settledOn'],
  })
  .refine(({ subject, group }) => (subject.kind === 'group') === (group !== null), {
    message: 'group-not-named',
    path: ['group'],
  })
  .refine(
    ({ subject, period, figures: { about, period: counted } }) =>
      periodKey(counted) === periodKey(period) &&
      about.kind === subject.kind &&
      (about.kind !== 'group' || subject.kind !== 'group' || about.groupId === subject.groupId),
    { message: 'figures-of-another-report', path: ['figures'] },
  )
export type JointReport = z.infer<typeof JointReport>

/** A joint report that no longer changes: the only one of which a file is made. */
export const SettledJointReport = JointReport.and(
  z.object({ status: z.literal('settled'), settledOn: CalendarDate }),
)
export type SettledJointReport = z.infer<typeof SettledJointReport>

/** True when the report may be handed over. */
export function isSettledJoint(report: JointReport): report is SettledJointReport {
  return report.status === 'settled'
}

/** What a list shows of a joint report. */
export const JointReportSummary = ReportSummary.omit({ organisationId: true }).extend({
  subject: JointSubject,
})
export type JointReportSummary = z.infer<typeof JointReportSummary>
