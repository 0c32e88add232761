import { isSettledJoint, type JointReport } from '#shared/reports/joint-report.ts'
import { jointText as text } from '../../locale/joint-reports.ts'
import { reportText } from '../../locale/reports.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { AttackReport } from './attack-report.tsx'
import { paths } from './paths.ts'
import { ReportPages } from './report-pages.tsx'
import { SaveButtons } from './save-buttons.tsx'

/** A report of several organisations that no longer changes: to read and to hand over. */
export function SettledJointReport({ report }: { report: JointReport }) {
  return (
    <div className="report-workspace">
      <div className="report-side">
        <p>{reportText.settledOn(report)}</p>
        <p>{text.settledExplain[report.subject.kind]}</p>
        <p>
          <TextLink to={paths.ledger}>{text.toLedger}</TextLink>
        </p>
        {isSettledJoint(report) && <AttackReport report={report} />}
      </div>
      <div className="report-sheet">
        <div className="report-strip">
          <p>{reportText.proof(report.figures.proof)}</p>
          <SaveButtons report={report} />
        </div>
        <ReportPages report={report} />
      </div>
    </div>
  )
}
