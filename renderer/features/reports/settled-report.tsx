import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { reportText as text } from '../../locale/reports.ts'
import { ReportPages } from './report-pages.tsx'
import { SaveButtons } from './save-buttons.tsx'

/** A report that no longer changes: to read and to hand over. */
export function SettledReport({ report }: { report: AnnualReport }) {
  return (
    <div className="report-workspace">
      <p>{text.settledOn(report)}</p>
      <div className="report-sheet">
        <div className="report-strip">
          <p>{text.proof(report.figures.proof)}</p>
          <SaveButtons report={report} />
        </div>
        <ReportPages report={report} />
      </div>
    </div>
  )
}
