import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { FilledLine, Line } from '../kernel/text.ts'
import { AnnualReport } from '../reports/annual-report.ts'
import { PlannedYear } from '../reports/planned-year.ts'
import { ReportAudience } from '../reports/report-audience.ts'
import { DraftChanges, ReportDraft } from '../reports/report-draft.ts'
import { LedgerFigure, LedgerValue } from '../statistics/ledger.ts'
import { ReportExplanation } from '../statistics/report-explanation.ts'
import { periodKey, ReportPeriod } from '../statistics/report-period.ts'

const nothing = z.strictObject({})
const ofReport = { organisationId: Id, period: ReportPeriod }

/** One figure of a report that was made by hand: what was counted, and the number or range that stood there. */
export const FigureByHand = z.strictObject({
  period: ReportPeriod,
  dimension: z.string().min(1).max(60),
  categories: z.array(z.string().min(1).max(100)).max(200),
  value: LedgerValue,
  page: Line,
})
export type FigureByHand = z.infer<typeof FigureByHand>

/** All figures of such a report: ranges go upward, and nothing stands in it twice. */
const FiguresByHand = z
  .array(FigureByHand)
  .min(1)
  .max(500)
  .superRefine((figures, context) => {
    const seen = new Set<string>()
    figures.forEach(({ period, dimension, categories, value }, index) => {
      const key = JSON.stringify([periodKey(period), dimension, [...categories].sort()])
      if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'figure-twice' })
      seen.add(key)
      if (typeof value === 'object' && value.from > value.to)
        context.addIssue({ code: 'custom', path: [index, 'value'], message: 'range-reversed' })
    })
  })

/** A figure of the ledger as the screen lists it. */
export const ListedFigure = LedgerFigure.extend({
  id: Id,
  page: Line,
  /** It stood in a report that was made before Luwte, and was typed in. */
  byHand: z.boolean(),
})
export type ListedFigure = z.infer<typeof ListedFigure>

/** Everything about reports that the screen can ask. */
export const reportCommands = {
  /**
   * The report as it would be printed now, or, once settled, as it was. Of a draft also what was chosen and typed for
   * it, and why rows are hidden: for the advisor's eyes only, never in a document. A newer preview of the same report
   * makes an older one answer `superseded`; while it works there are `progress` events of the task `report`.
   */
  'report.preview': {
    input: z.strictObject(ofReport),
    answer: z.strictObject({
      report: AnnualReport,
      draft: ReportDraft,
      explanations: z.array(ReportExplanation),
      /** Figures that were handed out before although they are small: what they tell is taken as known. */
      fallShort: z.array(LedgerFigure),
    }),
  },
  /** Keeps parts of what is typed and chosen for a report. Once it is settled, only what other versions leave out. */
  'report.saveDraft': {
    input: z.strictObject({ ...ofReport, changes: DraftChanges }),
    answer: nothing,
  },
  /** Freezes the report and writes its figures into the ledger; only after the period. */
  'report.settle': {
    input: z.strictObject({ ...ofReport, recipient: FilledLine }),
    answer: z.strictObject({ report: AnnualReport }),
  },
  /**
   * The version of a settled report for another audience, or once more for another recipient. That it was handed over
   * is written into the ledger before the answer, so a file is made of the answer and of nothing before it.
   */
  'report.handOver': {
    input: z.strictObject({ ...ofReport, audience: ReportAudience, recipient: FilledLine }),
    answer: z.strictObject({ report: AnnualReport }),
  },

  /** Every figure ever handed over, the oldest first; of one organisation or of all. */
  'ledger.list': {
    input: z.strictObject({ organisationId: Id.nullable() }),
    answer: z.strictObject({
      figures: z.array(ListedFigure),
      /** False when the chain of hashes does not hold: something was changed outside Luwte. */
      isWhole: z.boolean(),
    }),
  },
  /** Writes down the figures of a document that was made before Luwte; `reportId` names it in the ledger. */
  'ledger.enter': {
    input: z.strictObject({
      organisationId: Id,
      recipient: FilledLine,
      document: FilledLine,
      handedOverOn: CalendarDate,
      figures: FiguresByHand,
    }),
    answer: z.strictObject({ reportId: Id }),
  },
  /**
   * Takes the figures of a document that was typed in by mistake back; only as long as no report was settled beside them.
   * Where something was written into the ledger after them, they stay in it as withdrawn, because entries are chained.
   */
  'ledger.remove': { input: z.strictObject({ reportId: Id }), answer: nothing },
  /** Corrects what stood in one figure that was typed in, by its `id`, with an entry that takes its place. */
  'ledger.correct': {
    input: z
      .strictObject({ id: Id, value: LedgerValue, page: Line })
      .refine(({ value }) => typeof value !== 'object' || value.from <= value.to, {
        message: 'range-reversed',
        path: ['value'],
      }),
    answer: nothing,
  },

  /**
   * Which figures of half-years would have stood in the way of which figures of the year, in the last three years that
   * are over and had a contract: for choosing whether to report by half-year.
   */
  'report.planAhead': {
    input: z.strictObject({ organisationId: Id }),
    answer: z.strictObject({ years: z.array(PlannedYear) }),
  },
} as const
