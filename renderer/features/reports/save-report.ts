import { type SaveAnswer } from '#shared/contracts/host.ts'
import { type SettledReport } from '#shared/reports/annual-report.ts'
import { type SettledJointReport } from '#shared/reports/joint-report.ts'
import { type AnnualReportForReview } from '#shared/reports/report-for-review.ts'
import {
  type DocumentRefusal,
  isDocumentRefusal,
  makeJointPdf,
  makeJointXlsx,
  makeReportPdf,
  makeReportXlsx,
} from '../../documents/client.ts'
import { jointFileName } from '../../locale/joint-reports.ts'
import { reportFileName } from '../../locale/reports.ts'
import { host } from '../../working-set/host.ts'

/** What can be written to a file: a settled report, or a draft without figures, of which no spreadsheet can be made. */
export type ReportFile =
  | { kind: 'pdf'; report: SettledReport | SettledJointReport | AnnualReportForReview }
  | { kind: 'xlsx'; report: SettledReport | SettledJointReport }

/** Makes the file and writes it where the advisor says. */
export async function saveReport(file: ReportFile): Promise<SaveAnswer | { refused: 'not-made' }> {
  const bytes = await bytesOf(file)
  if (isDocumentRefusal(bytes)) return { refused: 'not-made' }
  const suggestedName =
    'subject' in file.report ? jointFileName(file.report, file.kind) : reportFileName(file.report, file.kind)
  return host.saveFile({ suggestedName, kind: file.kind, bytes: new Uint8Array(bytes) })
}

/** The bytes of such a file, byte for byte the same each time, or why there are none. */
export function bytesOf({ kind, report }: ReportFile): Promise<Uint8Array | DocumentRefusal> {
  if ('subject' in report) return kind === 'pdf' ? makeJointPdf(report) : makeJointXlsx(report)
  return kind === 'pdf' ? makeReportPdf(report) : makeReportXlsx(report)
}
