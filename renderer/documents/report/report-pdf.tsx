import { Document } from '@react-pdf/renderer'
import { reportWords } from '../../locale/report-document.ts'
import { printable } from '../pdf/printable.ts'
import { fileFacts, renderPdf } from '../pdf/render.ts'
import { AdvisorFacts } from './advisor-facts.tsx'
import { Closing } from './closing.tsx'
import { onFirstPage } from './first-page.ts'
import { hasFigures, type PrintedReport, settlingDay } from './printed-report.ts'
import { accountOf, ReportAccount } from './report-account.tsx'
import { hasAnnex, ReportAnnex } from './report-annex.tsx'
import { ReportActivities } from './report-activities.tsx'
import { ReportFigures } from './report-figures.tsx'
import { Chapter, LookingBack, Recommendations } from './report-narrative.tsx'
import { ReportPage } from './report-page.tsx'
import { ReportSummary } from './report-summary.tsx'
import { hasTeam, ReportTeam } from './report-team.tsx'

/**
 * The annual report as a letter: the main points on the first page, then what was seen, advised and counted. A draft
 * for review is the same letter with one sentence where the figures will stand.
 */
export function makeReportPdf(report: PrintedReport): Promise<Uint8Array> {
  const { advisor, narrative } = report
  const author = advisor.businessName === '' ? advisor.name : advisor.businessName
  const first = onFirstPage(report)
  const sheet = { title: reportWords.title(report.period), isDraft: report.status !== 'settled' }
  return renderPdf(
    <Document {...fileFacts(sheet.title, printable(author), settlingDay(report))}>
      <ReportPage {...sheet}>
        <ReportSummary report={report} />
        {!goesOn(report) && <Closing name={advisor.name} />}
      </ReportPage>
      {goesOn(report) && (
        <ReportPage {...sheet}>
          {!first.signals && <Chapter heading={reportWords.signals} content={narrative.signals} />}
          {!first.recommendations && <Recommendations narrative={narrative} />}
          <LookingBack narrative={narrative} />
          <Chapter heading={reportWords.workPlan(report.period)} content={narrative.workPlan} />
          {hasFigures(report) && <ReportFigures report={report} />}
          <ReportActivities activities={report.activities} />
          <ReportTeam report={report} />
          {!first.facts && <AdvisorFacts advisor={advisor} certificationTime={report.certificationTime} />}
          {hasFigures(report) ? (
            <ReportAccount sentences={accountOf(report)} name={advisor.name} />
          ) : (
            <Closing name={advisor.name} />
          )}
        </ReportPage>
      )}
      {hasAnnex(report) && (
        <ReportPage {...sheet}>
          <ReportAnnex statement={report.statement} />
        </ReportPage>
      )}
    </Document>,
  )
}

/** Whether anything is left to tell after the first page. */
function goesOn(report: PrintedReport): boolean {
  const { activities, narrative } = report
  const first = onFirstPage(report)
  return (
    hasFigures(report) ||
    !first.signals ||
    !first.recommendations ||
    !first.facts ||
    activities.length > 0 ||
    hasTeam(report) ||
    narrative.followUps.length > 0 ||
    `${narrative.lookingBack}${narrative.workPlan}`.trim() !== ''
  )
}
