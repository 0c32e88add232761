import { z } from 'zod'
import { Invoice } from '#shared/invoicing/invoice.ts'
import { AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { AnnualReportForReview } from '#shared/reports/report-for-review.ts'

/**
 * What a document can be made of: an issued invoice or a report with its permit to print, nothing else. Parsing an
 * annual report checks the seals of its figures, so a figure that was changed on the way is not printed. Files are
 * made of a settled report, or of a draft without figures; only what stays on the screen holds figures of a draft.
 */
export const DocumentJob = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invoice-pdf'), invoice: Invoice }),
  z.strictObject({ kind: z.literal('report-pdf'), report: SettledReport }),
  z.strictObject({ kind: z.literal('report-review-pdf'), report: AnnualReportForReview }),
  z.strictObject({ kind: z.literal('report-xlsx'), report: SettledReport }),
  z.strictObject({ kind: z.literal('report-preview'), report: AnnualReport }),
])
export type DocumentJob = z.infer<typeof DocumentJob>

/**
 * Why there is no document. `not-permitted`: what was handed in is no invoice or report, or its seal does not fit.
 * `not-made`: making it failed; nothing was written and nothing was lost.
 */
export const DocumentRefusal = z.strictObject({ refused: z.enum(['not-permitted', 'not-made']) })
export type DocumentRefusal = z.infer<typeof DocumentRefusal>

export const WorkerQuestion = z.strictObject({ id: z.int(), job: z.unknown() })

export const WorkerAnswer = z.strictObject({
  id: z.int(),
  result: z.union([z.instanceof(Uint8Array), DocumentRefusal]),
})
