import { Document } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { printable } from '../pdf/printable.ts'
import { fileFacts, renderPdf } from '../pdf/render.ts'
import { onFirstPage } from './first-page.ts'
import { ReportAccount } from './report-account.tsx'
import { ReportActivities } from './report-activities.tsx'
import { ReportFigures } from './report-figures.tsx'
import { Chapter, Recommendations } from './report-narrative.tsx'
import { ReportPage } from './report-page.tsx'
import { ReportSummary } from './report-summary.tsx'

/** The annual report as a letter: the main points on the first page, then what was seen, advised and counted. */
export function makeReportPdf(report: AnnualReport): Promise<Uint8Array> {
  const { advisor, narrative } = report
  const author = advisor.businessName === '' ? advisor.name : advisor.businessName
  const first = onFirstPage(narrative)
  return renderPdf(
    <Document {...fileFacts(reportWords.title(report.year), printable(author), report.settledOn)}>
      <ReportPage report={report}>
        <ReportSummary report={report} />
      </ReportPage>
      <ReportPage report={report}>
        {!first.signals && <Chapter heading={reportWords.signals} content={narrative.signals} />}
        {!first.recommendations && <Recommendations narrative={narrative} />}
        <Chapter heading={reportWords.lookingBack} content={narrative.lookingBack} />
        <Chapter heading={reportWords.workPlan(report.year + 1)} content={narrative.workPlan} />
        <ReportFigures report={report} />
        <ReportActivities activities={report.activities} />
        <ReportAccount report={report} />
      </ReportPage>
    </Document>,
  )
}
