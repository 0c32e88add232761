import { useMemo } from 'react'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { lastYearOf } from '#shared/reports/reported-time.ts'
import { type ReportExplanation } from '#shared/statistics/report-explanation.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Notice } from '../../ui/notice.tsx'
import { useToday } from '../../working-set/today.ts'
import { HiddenRows } from './hidden-rows.tsx'
import { NarrativeFields } from './narrative-fields.tsx'
import { ReportChoices } from './report-choices.tsx'
import { ReportPages } from './report-pages.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { SettleReport } from './settle-report.tsx'
import { useNarrative } from './use-narrative.ts'

type Props = {
  report: AnnualReport
  explanations: readonly ReportExplanation[]
  onSettled: (report: AnnualReport) => void
}

/** A report that is being written: the choices on the left, on the right the pages as they will be printed. */
export function ReportWorkspace({ report, explanations, onSettled }: Props) {
  const narrative = useNarrative(report)
  const asWritten = useMemo(() => ({ ...report, narrative: narrative.kept }), [report, narrative.kept])
  const { organisationId } = report
  const year = lastYearOf(report.period)
  const isOver = yearOf(useToday()) > year
  return (
    <div className="report-workspace">
      <div className="report-side">
        <ReportChoices organisationId={organisationId} year={year} />
        <p className="quiet">{text.draft}</p>
        <NarrativeFields organisationId={organisationId} year={year} narrative={narrative} />
      </div>
      <div className="report-sheet">
        <div className="report-strip">
          <p>{text.proof(report.figures.proof)}</p>
          <SaveButtons report={asWritten}>
            {isOver && <SettleReport report={report} beforehand={narrative.flush} onSettled={onSettled} />}
          </SaveButtons>
          <p className="quiet">{text.draftOnly}</p>
          {!isOver && <Notice>{text.yearRuns(year)}</Notice>}
          <HiddenRows explanations={explanations} />
        </div>
        <ReportPages report={asWritten} />
      </div>
    </div>
  )
}
