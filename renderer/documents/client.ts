import type { Invoice } from '#shared/invoicing/invoice.ts'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { DocumentWorker } from './document-worker.ts'
import type { DocumentRefusal } from './job.ts'

export type { DocumentRefusal } from './job.ts'

const documents = new DocumentWorker(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'documents' }),
)

/** The invoice or credit note as a PDF file, byte for byte the same each time, or why there is none. */
export function makeInvoicePdf(invoice: Invoice): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'invoice-pdf', invoice })
}

/** The report as a PDF file; a draft says so on every page. */
export function makeReportPdf(report: AnnualReport): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'report-pdf', report })
}

/** The figures of the report as a spreadsheet (XLSX): the same ones as in the PDF and no others. */
export function makeReportXlsx(report: AnnualReport): Promise<Uint8Array | DocumentRefusal> {
  return documents.make({ kind: 'report-xlsx', report })
}

/** True when there is no document. */
export function isDocumentRefusal(made: Uint8Array | DocumentRefusal): made is DocumentRefusal {
  return 'refused' in made
}
