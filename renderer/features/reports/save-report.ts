import { type SaveAnswer } from '#shared/contracts/host.ts'
import { type SettledReport } from '#shared/reports/annual-report.ts'
import { type AnnualReportForReview } from '#shared/reports/report-for-review.ts'
import { isDocumentRefusal, makeReportPdf, makeReportXlsx } from '../../documents/client.ts'
import { reportFileName } from '../../locale/reports.ts'
import { host } from '../../working-set/host.ts'

/** What can be written to a file: a settled report, or a draft without figures, of which no spreadsheet can be made. */
export type ReportFile =
  { kind: 'pdf'; report: SettledReport | AnnualReportForReview } | { kind: 'xlsx'; report: SettledReport }

/** Makes the file and writes it where the advisor says. */
export async function saveReport(file: ReportFile): Promise<SaveAnswer | { refused: 'not-made' }> {
  const bytes = await (file.kind === 'pdf' ? makeReportPdf(file.report) : makeReportXlsx(file.report))
  if (isDocumentRefusal(bytes)) return { refused: 'not-made' }
  const suggestedName = reportFileName(file.report, file.kind)
  return host.saveFile({ suggestedName, kind: file.kind, bytes: new Uint8Array(bytes) })
}
