import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { PageFooter } from '../pdf/page-footer.tsx'
import { printable } from '../pdf/printable.ts'
import { fileFacts, renderPdf } from '../pdf/render.ts'
import { body, page, text } from '../pdf/style.ts'
import { ReportFigures } from './report-figures.tsx'
import { ReportNarrative } from './report-narrative.tsx'
import { ReportAccount } from './report-account.tsx'
import { ReportActivities } from './report-activities.tsx'
import { ReportSummary } from './report-summary.tsx'

const LEFT = 92
const RIGHT = 62

/** The annual report as a letter: the main points on the first page, then what was seen, advised and counted. */
export function makeReportPdf(report: AnnualReport): Promise<Uint8Array> {
  const title = reportWords.title(report.year)
  const author = report.advisor.businessName === '' ? report.advisor.name : report.advisor.businessName
  return renderPdf(
    <Document {...fileFacts(title, printable(author), report.settledOn)}>
      <Page size="A4" style={{ ...page, paddingLeft: LEFT, paddingRight: RIGHT }}>
        {report.status === 'draft' && (
          <View fixed style={{ position: 'absolute', top: 30, right: RIGHT }}>
            <Text style={{ ...text.bold, fontSize: 11 }}>{reportWords.draft}</Text>
          </View>
        )}
        <View style={body}>
          <ReportSummary report={report} />
        </View>
        <View break style={body}>
          <ReportNarrative report={report} />
          <ReportFigures report={report} />
          <ReportActivities activities={report.activities} />
          <ReportAccount report={report} />
        </View>
        <PageFooter left={LEFT} right={RIGHT}>
          {report.status === 'draft' ? `${title} · ${reportWords.draft.toLowerCase()}` : title}
        </PageFooter>
      </Page>
    </Document>,
  )
}
