import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Year } from '../calendar/period.ts'
import { ActivityKind } from '../activities/activity.ts'
import { Id } from '../kernel/id.ts'
import { Line, lineUpTo, Note } from '../kernel/text.ts'
import { ProtectedReport } from '../statistics/protected-report.ts'

/** What the advisor writes herself: in words fit for many readers, never about one case. */
export const ReportNarrative = z.strictObject({
  signals: Note.max(20_000),
  recommendations: z.array(lineUpTo(1000).min(1)).max(20),
  lookingBack: Note.max(20_000),
  workPlan: Note.max(20_000),
})
export type ReportNarrative = z.infer<typeof ReportNarrative>

export const EMPTY_NARRATIVE: ReportNarrative = {
  signals: '',
  recommendations: [],
  lookingBack: '',
  workPlan: '',
}

/** An activity as a report tells it: dated, and never one that a case gave rise to. */
export const ReportedActivity = z.strictObject({
  on: CalendarDate,
  kind: ActivityKind,
  description: Line,
  withWhom: Line,
  reach: z.number().int().min(0).nullable(),
})
export type ReportedActivity = z.infer<typeof ReportedActivity>

/**
 * The annual report of one organisation, whole, as documents print it. Its figures are protected reports: of this
 * year, and of at most two years before as they were printed then (`null` where none was settled), last year first.
 * Years before the contract began are left out.
 * Figures of another organisation or year make it no report.
 */
export const AnnualReport = z
  .strictObject({
    id: Id,
    organisationId: Id,
    year: Year,
    status: z.enum(['draft', 'settled']),
    settledOn: CalendarDate.nullable(),
    organisationName: Line,
    locationCount: z.number().int().min(0),
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
    figures: ProtectedReport,
    earlierYears: z.array(z.strictObject({ year: Year, figures: ProtectedReport.nullable() })).max(2),
    activities: z.array(ReportedActivity),
    narrative: ReportNarrative,
  })
  .refine(({ status, settledOn }) => (status === 'settled') === (settledOn !== null), {
    message: 'settled-without-day',
    path: ['settledOn'],
  })
  .refine(({ organisationId, year, figures }) => areOf(figures, organisationId, year), {
    message: 'figures-of-another-report',
    path: ['figures'],
  })
  .refine(
    ({ organisationId, year, earlierYears }) =>
      earlierYears.every(
        (earlier, index) =>
          earlier.year === year - 1 - index &&
          (earlier.figures === null || areOf(earlier.figures, organisationId, earlier.year)),
      ),
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

function areOf(figures: ProtectedReport, organisationId: Id, year: number): boolean {
  return figures.organisationId === organisationId && figures.year === year
}

/** What a list shows of a report. */
export const ReportSummary = z.strictObject({
  id: Id,
  organisationId: Id,
  year: Year,
  status: z.enum(['draft', 'settled']),
  settledOn: CalendarDate.nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>
