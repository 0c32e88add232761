import './report-pages.css'
import { useEffect, useRef } from 'react'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type DrawnPage } from './draw-pages.ts'
import { useDrawnReport } from './use-drawn-report.ts'

/** The report as it will be printed, page under page. */
export function ReportPages({ report }: { report: AnnualReport }) {
  const { pages, isBehind, hasFailed } = useDrawnReport(report)
  if (hasFailed) return <Notice tone="danger">{text.notDrawn}</Notice>
  if (pages.length === 0) return <Progress label={text.drawing} />
  return (
    <div className="report-pages" role="region" aria-label={text.preview} aria-busy={isBehind} tabIndex={0}>
      <ol>
        {pages.map((page, index) => (
          <Sheet key={index} page={page} label={text.page(index + 1, pages.length)} />
        ))}
      </ol>
    </div>
  )
}

function Sheet({ page, label }: { page: DrawnPage; label: string }) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    holder.current?.replaceChildren(page.canvas)
  }, [page])
  return (
    <li className="report-page">
      <div ref={holder} role="img" aria-label={label} />
      <div className="visually-hidden">
        {page.lines.map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
    </li>
  )
}
