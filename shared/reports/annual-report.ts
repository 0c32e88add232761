import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Year } from '../calendar/period.ts'
import { ActivityKind } from '../activities/activity.ts'
import { Id } from '../kernel/id.ts'
import { FilledLine, Line } from '../kernel/text.ts'
import { periodKey, ReportPeriod } from '../statistics/report-period.ts'
import { ProtectedReport } from '../statistics/protected-report.ts'
import { OrganisationStatement } from './organisation-statement.ts'
import { FactCheck } from './report-draft.ts'
import { ReportNarrative } from './report-narrative.ts'
import { CertificationTime, ReportTeam } from './report-team.ts'
import { ReportAudience } from './report-audience.ts'
import { lastYearOf, oneYearEarlier } from './reported-time.ts'

/** An activity as a report tells it: dated, and never one that a case gave rise to. */
export const ReportedActivity = z.strictObject({
  on: CalendarDate,
  kind: ActivityKind,
  description: Line,
  withWhom: Line,
  reach: z.number().int().min(0).nullable(),
})
export type ReportedActivity = z.infer<typeof ReportedActivity>

/** A location as figures and annex refer to it. */
export const ReportedLocation = z.strictObject({ id: Id, name: Line, place: Line, lrkNumber: Line })
export type ReportedLocation = z.infer<typeof ReportedLocation>

/** A legal entity of a group, as far as the advisor works for it. */
export const ReportedEntity = z.strictObject({
  organisationId: Id,
  name: FilledLine,
  kvkNumber: Line,
  locationCount: z.number().int().min(0),
})
export type ReportedEntity = z.infer<typeof ReportedEntity>

/** Of one advisor were all reports before several could be counted in one. */
const AdvisorCount = z.int().min(1).max(100).default(1)

/**
 * The report of one organisation over a year, a half-year or a block of years, whole, as documents print it. Its figures
 * are protected reports: of this period, and of the same one of at most two years before as they were printed then
 * (`null` where none was settled), last year first. Years before the contract began are left out; a block of years
 * stands alone. Figures of another organisation or period make it no report.
 */
export const AnnualReport = z
  .strictObject({
    id: Id,
    organisationId: Id,
    period: ReportPeriod,
    status: z.enum(['draft', 'settled']),
    settledOn: CalendarDate.nullable(),
    audience: ReportAudience,
    organisationName: Line,
    /** The group that the organisation belongs to, with all its entities that the advisor works for. */
    group: z.strictObject({ name: Line, entities: z.array(ReportedEntity) }).nullable(),
    locationCount: z.number().int().min(0),
    /** What the figures call its locations, by name; those too that left the contract. */
    locations: z.array(ReportedLocation),
    reachableCount: z.number().int().min(0),
    advisor: z.strictObject({
      name: Line,
      businessName: Line,
      certificate: Line,
      certifiedUntil: CalendarDate.nullable(),
      email: Line,
      phone: Line,
      reachability: z.string(),
    }),
    /** Her hours towards certification; `null` in reports that were settled before these were kept. */
    certificationTime: CertificationTime.nullable(),
    /** Everybody whom the people of the organisation could turn to. */
    team: ReportTeam,
    /** Whose melders the figures count: she, and each colleague of whom a contribution was merged. */
    advisorCount: AdvisorCount,
    figures: ProtectedReport,
    earlierYears: z
      .array(z.strictObject({ year: Year, figures: ProtectedReport.nullable(), advisorCount: AdvisorCount }))
      .max(2),
    activities: z.array(ReportedActivity),
    narrative: ReportNarrative,
    /** The annex: what the organisation itself states, outside the gate. */
    statement: OrganisationStatement,
    factCheck: FactCheck,
  })
  .refine(({ status, settledOn }) => (status === 'settled') === (settledOn !== null), {
    message: 'settled-without-day',
    path: ['settledOn'],
  })
  .refine(({ organisationId, period, figures }) => areOf(figures, organisationId, period), {
    message: 'figures-of-another-report',
    path: ['figures'],
  })
  .refine(
    ({ organisationId, period, earlierYears }) => {
      let expected = oneYearEarlier(period)
      return earlierYears.every(({ year, figures }) => {
        const before = expected
        if (before === null || lastYearOf(before) !== year) return false
        expected = oneYearEarlier(before)
        return figures === null || areOf(figures, organisationId, before)
      })
    },
    { message: 'figures-of-another-report', path: ['earlierYears'] },
  )
export type AnnualReport = z.infer<typeof AnnualReport>

/** A report that no longer changes, whose figures stand in the ledger: the only one whose figures become a file. */
export const SettledReport = AnnualReport.and(
  z.object({ status: z.literal('settled'), settledOn: CalendarDate }),
)
export type SettledReport = z.infer<typeof SettledReport>

/** True when the report may be handed over with its figures. */
export function isSettled(report: AnnualReport): report is SettledReport {
  return report.status === 'settled'
}

function areOf(
  { about, period: counted }: ProtectedReport,
  organisationId: Id,
  period: ReportPeriod,
): boolean {
  return (
    about.kind === 'organisation' &&
    about.organisationId === organisationId &&
    periodKey(counted) === periodKey(period)
  )
}

/** What a list shows of a report. */
export const ReportSummary = z.strictObject({
  id: Id,
  organisationId: Id,
  period: ReportPeriod,
  status: z.enum(['draft', 'settled']),
  settledOn: CalendarDate.nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>
