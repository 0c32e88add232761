import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { FilledLine } from '../kernel/text.ts'
import { SharedWords } from '../reports/shared-words.ts'
import { ReportPeriod } from '../statistics/report-period.ts'
import { RefusalSlug } from './refusal-slugs.ts'

const nothing = z.strictObject({})
const ofReport = { organisationId: Id, period: ReportPeriod }

/** What a colleague counted for the same organisation and period, as it stands under the report now. */
export const ListedContribution = z.strictObject({
  id: Id,
  ...ofReport,
  from: FilledLine,
  madeOn: CalendarDate,
  mergedOn: CalendarDate,
  /** A settled report counted it: it cannot be taken out any more. */
  isReported: z.boolean(),
})
export type ListedContribution = z.infer<typeof ListedContribution>

/** That this advisor sealed her own counts of a period for a colleague. */
export const ListedGiven = z.strictObject({ id: Id, ...ofReport, madeOn: CalendarDate })
export type ListedGiven = z.infer<typeof ListedGiven>

/** Whose contribution lies open and about what, and why it cannot be counted in this report, if so. */
export const OpenedContribution = z.strictObject({
  id: Id,
  from: FilledLine,
  organisationName: FilledLine,
  period: ReportPeriod,
  madeOn: CalendarDate,
  obstacle: RefusalSlug.nullable(),
})
export type OpenedContribution = z.infer<typeof OpenedContribution>

/** One report of what several advisors counted. */
export const contributionCommands = {
  /**
   * Coarse counts of this advisor's own cases, sealed for one colleague: the bytes of a file to save and send. From then
   * on she hands out no figures of that period herself.
   */
  'contribution.seal': {
    input: z.strictObject({ ...ofReport, words: SharedWords }),
    answer: z.strictObject({ id: Id, file: z.instanceof(Uint8Array) }),
  },
  /** Opens a colleague's contribution to see whose it is; counts nothing yet. */
  'contribution.open': {
    input: z.strictObject({ ...ofReport, token: z.string().min(1).max(100), words: SharedWords }),
    answer: OpenedContribution,
  },
  /** Counts the contribution that was opened last in the report of this organisation and period. */
  'contribution.merge': {
    input: z.strictObject({ ...ofReport, contributionId: Id }),
    answer: z.strictObject({ id: Id }),
  },
  'contribution.list': {
    input: z.strictObject({ organisationId: Id }),
    answer: z.strictObject({ contributions: z.array(ListedContribution), given: z.array(ListedGiven) }),
  },
  /** Counts a contribution no more; not once a report counted it that is settled. */
  'contribution.remove': { input: z.strictObject({ id: Id }), answer: nothing },
  /** A file that she sealed never left her hands: she may report about its period herself again. */
  'contribution.neverGiven': { input: z.strictObject({ id: Id }), answer: nothing },
} as const
