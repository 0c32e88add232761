import { z } from 'zod'
import { Invoice } from '#shared/invoicing/invoice.ts'
import { AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { JointReport, SettledJointReport } from '#shared/reports/joint-report.ts'
import { AnnualReportForReview } from '#shared/reports/report-for-review.ts'
import { DestructionCertificate, EmergencyEnvelope, RecoverySheet } from './safety/safety-document.ts'

/**
 * What a document can be made of: an issued invoice, a report with its permit to print, a key on paper or what remains
 * of a destruction, nothing else. Parsing a
 * report checks the seals of its figures, so a figure that was changed on the way is not printed. Files are
 * made of a settled report, or of a draft without figures; only what stays on the screen holds figures of a draft.
 */
export const DocumentJob = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invoice-pdf'), invoice: Invoice }),
  z.strictObject({ kind: z.literal('report-pdf'), report: SettledReport }),
  z.strictObject({ kind: z.literal('report-review-pdf'), report: AnnualReportForReview }),
  z.strictObject({ kind: z.literal('report-xlsx'), report: SettledReport }),
  z.strictObject({ kind: z.literal('report-preview'), report: AnnualReport }),
  z.strictObject({ kind: z.literal('joint-pdf'), report: SettledJointReport }),
  z.strictObject({ kind: z.literal('joint-xlsx'), report: SettledJointReport }),
  z.strictObject({ kind: z.literal('joint-preview'), report: JointReport }),
  z.strictObject({ kind: z.literal('recovery-sheet-pdf'), sheet: RecoverySheet }),
  z.strictObject({ kind: z.literal('envelope-pdf'), envelope: EmergencyEnvelope }),
  z.strictObject({ kind: z.literal('certificate-pdf'), certificate: DestructionCertificate }),
])
export type DocumentJob = z.infer<typeof DocumentJob>

/**
 * Why there is no document. `not-permitted`: what was handed in is none of these, or the seal of a report does not fit.
 * `not-made`: making it failed; nothing was written and nothing was lost.
 */
export const DocumentRefusal = z.strictObject({ refused: z.enum(['not-permitted', 'not-made']) })
export type DocumentRefusal = z.infer<typeof DocumentRefusal>

export const WorkerQuestion = z.strictObject({ id: z.int(), job: z.unknown() })

export const WorkerAnswer = z.strictObject({
  id: z.int(),
  result: z.union([z.instanceof(Uint8Array), DocumentRefusal]),
})
