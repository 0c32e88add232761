import type { Invoice } from '#shared/invoicing/invoice.ts'
import type { AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import type { JointReport, SettledJointReport } from '#shared/reports/joint-report.ts'
import type { AnnualReportForReview } from '#shared/reports/report-for-review.ts'
import { DocumentWorker } from './document-worker.ts'
import type { DocumentRefusal } from './job.ts'
import { readOwnSpreadsheet, type ReadSpreadsheet } from './read-back/own-spreadsheet.ts'
import type { DestructionCertificate, EmergencyEnvelope, RecoverySheet } from './safety/safety-document.ts'

export type { DocumentRefusal } from './job.ts'

const documents = new DocumentWorker(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'documents' }),
)

/** The invoice or credit note as a PDF file, byte for byte the same each time, or why there is none. */
export function makeInvoicePdf(invoice: Invoice): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'invoice-pdf', invoice })
}

/** The settled report as a PDF file, or a draft of it without figures, which says so on every page. */
export function makeReportPdf(
  report: SettledReport | AnnualReportForReview,
): Promise<Uint8Array | DocumentRefusal> {
  return documents.make(
    report.status === 'for-review' ? { kind: 'report-review-pdf', report } : { kind: 'report-pdf', report },
  )
}

/** Pages to look at and never to save: wrapped, so that nothing which takes the bytes of a file takes them. */
export type ReportPreview = { readonly forScreen: Uint8Array }

/** The report as it will be printed once settled, figures included, for the advisor's own screen. */
export async function makeReportPreview(
  report: AnnualReport | JointReport,
): Promise<ReportPreview | DocumentRefusal> {
  const made = await documents.make(
    'subject' in report ? { kind: 'joint-preview', report } : { kind: 'report-preview', report },
  )
  return isDocumentRefusal(made) ? made : { forScreen: made }
}

/** Spreadsheets that were made here since the program started. */
const ownSpreadsheets = new WeakSet<Uint8Array>()

/** The figures of the settled report as a spreadsheet (XLSX): the same ones as in the PDF and no others. */
export async function makeReportXlsx(report: SettledReport): Promise<Uint8Array | DocumentRefusal> {
  return asOwn(await documents.make({ kind: 'report-xlsx', report }))
}

function asOwn(made: Uint8Array | DocumentRefusal): Uint8Array | DocumentRefusal {
  if (!isDocumentRefusal(made)) ownSpreadsheets.add(made)
  return made
}

/**
 * What stands in a spreadsheet that `makeReportXlsx` or `makeJointXlsx` answered. Throws for any other bytes: nothing is unpacked that comes
 * from elsewhere.
 */
export function readReportXlsx(spreadsheet: Uint8Array): Promise<ReadSpreadsheet> {
  if (!ownSpreadsheets.has(spreadsheet)) throw new Error('spreadsheet: was not made here')
  return readOwnSpreadsheet(spreadsheet)
}

/** The settled report of a group, or the settled benchmark, as a PDF file. */
export function makeJointPdf(report: SettledJointReport): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'joint-pdf', report })
}

/** Its figures as a spreadsheet (XLSX): the same ones as in the PDF and no others. */
export async function makeJointXlsx(report: SettledJointReport): Promise<Uint8Array | DocumentRefusal> {
  return asOwn(await documents.make({ kind: 'joint-xlsx', report }))
}

/** The sheet of a recovery key. It holds a secret: hand it to the advisor's own save dialog and keep no copy. */
export function makeRecoverySheetPdf(sheet: RecoverySheet): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'recovery-sheet-pdf', sheet })
}

/** The emergency envelope. It holds a secret too. */
export function makeEnvelopePdf(envelope: EmergencyEnvelope): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'envelope-pdf', envelope })
}

/** What can be shown of a destruction as it stands now; open as long as a copy out of reach may exist. */
export function makeCertificatePdf(
  certificate: DestructionCertificate,
): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'certificate-pdf', certificate })
}

/** True when there is no document. */
export function isDocumentRefusal(
  made: Uint8Array | ReportPreview | DocumentRefusal,
): made is DocumentRefusal {
  return 'refused' in made
}
