import { z } from 'zod'
import { FilledLine } from '../kernel/text.ts'
import { JointReport, JointSubject } from '../reports/joint-report.ts'
import { ReportChoices } from '../reports/report-choices.ts'
import { LedgerFigure } from '../statistics/ledger.ts'
import { ReportExplanation } from '../statistics/report-explanation.ts'
import { ReportPeriod } from '../statistics/report-period.ts'

const nothing = z.strictObject({})
const ofJoint = { subject: JointSubject, period: ReportPeriod }

/** Reports of several organisations together: of a group, or the benchmark over the whole caseload. */
export const jointReportCommands = {
  /**
   * The report as it would be printed now, or, once settled, as it was. A benchmark is of a whole year. A newer preview
   * of the same report makes an older one answer `superseded`.
   */
  'jointReport.preview': {
    input: z.strictObject(ofJoint),
    answer: z.strictObject({
      report: JointReport,
      choices: ReportChoices,
      explanations: z.array(ReportExplanation),
      fallShort: z.array(LedgerFigure),
      /** Organisations under contract that are not counted, because a colleague's report counts them too. */
      leftOut: z.number().int().min(0),
    }),
  },
  /** Stops what is computed for this report, which then answers `superseded`; nothing when there is nothing. */
  'jointReport.stop': { input: z.strictObject(ofJoint), answer: nothing },
  /** Which breakdowns it asks for. A benchmark has no cross tables and no locations. */
  'jointReport.saveChoices': {
    input: z.strictObject({ ...ofJoint, choices: ReportChoices }),
    answer: nothing,
  },
  /** Freezes it and writes its figures into the ledger of every organisation in it; only after the period. */
  'jointReport.settle': {
    input: z.strictObject({ ...ofJoint, recipient: FilledLine }),
    answer: z.strictObject({ report: JointReport }),
  },
} as const
