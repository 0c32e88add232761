import { useState } from 'react'
import { type AnnualReport, isSettled } from '#shared/reports/annual-report.ts'
import { versionText } from '../../locale/report-draft.ts'
import { reportText as text } from '../../locale/reports.ts'
import { AttackReport } from './attack-report.tsx'
import { HandOver } from './hand-over.tsx'
import { ReportPages } from './report-pages.tsx'
import { SaveButtons } from './save-buttons.tsx'

/** A report that no longer changes: to read and to hand over, also in a version for others. */
export function SettledReport({ report }: { report: AnnualReport }) {
  const [shown, setShown] = useState(report)
  return (
    <div className="report-workspace">
      <div className="report-side">
        <p>{text.settledOn(report)}</p>
        <p className="quiet" role="status">
          {versionText.shown(versionText.audiences[shown.audience])}
        </p>
        <HandOver report={report} onMade={setShown} />
        {isSettled(shown) && <AttackReport key={shown.audience} report={shown} />}
      </div>
      <div className="report-sheet">
        <div className="report-strip">
          <p>{text.proof(report.figures.proof)}</p>
          <SaveButtons report={shown} />
        </div>
        <ReportPages report={shown} />
      </div>
    </div>
  )
}
