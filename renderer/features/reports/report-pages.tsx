import './report-pages.css'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { type JointReport } from '#shared/reports/joint-report.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Notice } from '../../ui/notice.tsx'
import { DrawnSheet } from '../../ui/pdf/drawn-sheet.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useDrawnReport } from './use-drawn-report.ts'

/** The report as it will be printed, page under page. */
export function ReportPages({ report }: { report: AnnualReport | JointReport }) {
  const { pages, isBehind, hasFailed } = useDrawnReport(report)
  if (hasFailed) return <Notice tone="danger">{text.notDrawn}</Notice>
  if (pages.length === 0) return <Progress label={text.drawing} />
  return (
    <div className="report-pages" role="region" aria-label={text.preview} aria-busy={isBehind} tabIndex={0}>
      <ol>
        {pages.map((page, index) => (
          <li key={index}>
            <DrawnSheet page={page} label={text.page(index + 1, pages.length)} />
          </li>
        ))}
      </ol>
    </div>
  )
}
