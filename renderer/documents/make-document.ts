import { makeInvoicePdf } from './invoice/invoice-pdf.tsx'
import { DocumentJob, type DocumentRefusal } from './job.ts'
import { type FontFiles, registerFonts } from './pdf/fonts.ts'
import { makeJointPdf } from './report/joint-pdf.tsx'
import { makeJointXlsx } from './report/joint-xlsx.ts'
import { makeReportPdf } from './report/report-pdf.tsx'
import { makeReportXlsx } from './report/report-xlsx.ts'
import { makeCertificatePdf } from './safety/certificate-pdf.tsx'
import { makeEnvelopePdf } from './safety/envelope-pdf.tsx'
import { makeRecoverySheetPdf } from './safety/recovery-sheet-pdf.tsx'

/**
 * Makes a document of whatever was handed in, after parsing it: the only way to one. Runs in a worker as in Node.
 * Never throws, because an error of a library may quote what it was given.
 */
export async function makeDocument(job: unknown, fonts: FontFiles): Promise<Uint8Array | DocumentRefusal> {
  const permitted = DocumentJob.safeParse(job)
  if (!permitted.success) return { refused: 'not-permitted' }
  try {
    await registerFonts(fonts)
    return await made(permitted.data)
  } catch {
    return { refused: 'not-made' }
  }
}

function made(job: DocumentJob): Promise<Uint8Array> {
  switch (job.kind) {
    case 'invoice-pdf':
      return makeInvoicePdf(job.invoice)
    case 'report-pdf':
    case 'report-review-pdf':
    case 'report-preview':
      return makeReportPdf(job.report)
    case 'report-xlsx':
      return makeReportXlsx(job.report)
    case 'joint-pdf':
    case 'joint-preview':
      return makeJointPdf(job.report)
    case 'joint-xlsx':
      return makeJointXlsx(job.report)
    case 'recovery-sheet-pdf':
      return makeRecoverySheetPdf(job.sheet)
    case 'envelope-pdf':
      return makeEnvelopePdf(job.envelope)
    case 'certificate-pdf':
      return makeCertificatePdf(job.certificate)
  }
}
