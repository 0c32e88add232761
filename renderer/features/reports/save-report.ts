import { type SaveAnswer } from '#shared/contracts/host.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { isDocumentRefusal, makeReportPdf, makeReportXlsx } from '../../documents/client.ts'
import { reportFileName } from '../../locale/reports.ts'
import { host } from '../../working-set/host.ts'

/** Makes the report as a file and writes it where the advisor says. */
export async function saveReport(
  report: AnnualReport,
  kind: 'pdf' | 'xlsx',
): Promise<SaveAnswer | { refused: 'not-made' }> {
  const bytes = await (kind === 'pdf' ? makeReportPdf(report) : makeReportXlsx(report))
  if (isDocumentRefusal(bytes)) return { refused: 'not-made' }
  const suggestedName = reportFileName(report.year, report.status === 'draft', kind)
  return host.saveFile({ suggestedName, kind, bytes: new Uint8Array(bytes) })
}
