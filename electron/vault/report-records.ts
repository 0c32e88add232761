import { z } from 'zod'
import { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { Id } from '#shared/kernel/id.ts'
import { FilledLine, Line } from '#shared/kernel/text.ts'
import { CoarseCounts } from '#shared/reports/coarse-counts.ts'
import { JointReport, JointSubject } from '#shared/reports/joint-report.ts'
import { ReportChoices } from '#shared/reports/report-choices.ts'
import { ReportDraft } from '#shared/reports/report-draft.ts'
import { LedgerFigure } from '#shared/statistics/ledger.ts'
import { HalfYear, ReportPeriod } from '#shared/statistics/report-period.ts'

/** What is typed and chosen for a report before it is settled, and what its keyed choices hang on. */
export const DraftOfReport = z.strictObject({
  id: z.string(),
  organisationId: Id,
  period: ReportPeriod,
  /** Drawn with the draft: the keyed choices of the report depend on it, so a reprint repeats them. */
  reportId: Id,
  draft: ReportDraft,
})

/** A figure of the ledger in its place; of one that was typed in also the page on which it stood. */
export const LedgerEntry = z.strictObject({
  id: Id,
  position: z.number().int().min(0),
  figure: LedgerFigure,
  byHand: z.boolean(),
  page: Line,
})

/** A report of several organisations: what it asks for, and, once settled, itself and all organisations in it. */
export const KeptJointReport = z.strictObject({
  id: z.string(),
  subject: JointSubject,
  period: ReportPeriod,
  reportId: Id,
  choices: ReportChoices,
  among: z.array(Id),
  settled: JointReport.nullable(),
})

const Row = z.array(z.string().min(1)).min(1).nullable()

/** Somebody whose case was destroyed after a settled report counted her, as coarsely as it was printed; `null`: not at all. */
export const CountedRemainder = z.strictObject({
  id: Id,
  organisationId: Id,
  half: HalfYear,
  subject: Row,
  role: Row,
  rung: Row,
  outcome: Row,
  location: Row,
})

/** That this advisor sealed her own counts for a colleague, who makes the report of them: without the counts. */
export const GivenContribution = z.strictObject({
  id: Id,
  organisationId: Id,
  period: ReportPeriod,
  madeOn: CalendarDate,
})

/** What a colleague counted, after it was opened. `contributionId` is the file's own, so that none counts twice. */
export const MergedContribution = z.strictObject({
  id: Id,
  contributionId: Id,
  organisationId: Id,
  period: ReportPeriod,
  from: FilledLine,
  madeOn: CalendarDate,
  mergedOn: CalendarDate,
  counts: CoarseCounts,
})
