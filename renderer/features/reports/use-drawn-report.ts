import { useEffect, useState } from 'react'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { type JointReport } from '#shared/reports/joint-report.ts'
import { isDocumentRefusal, makeReportPreview } from '../../documents/client.ts'
import { drawPages, type DrawnPage } from '../../ui/pdf/draw-pages.ts'

const PAUSE_MILLISECONDS = 300

type Drawable = AnnualReport | JointReport

export type DrawnReport = { pages: readonly DrawnPage[]; isBehind: boolean; hasFailed: boolean }

/** The pages of the report as it will be printed, drawn again when it changes; the old ones stay until then. */
export function useDrawnReport(report: Drawable): DrawnReport {
  const [drawn, setDrawn] = useState<{ of: Drawable | null; pages: readonly DrawnPage[] }>({
    of: null,
    pages: [],
  })
  const [failed, setFailed] = useState<Drawable | null>(null)
  const isFirst = drawn.of === null
  useEffect(() => {
    let isGone = false
    const draw = async () => {
      const made = await makeReportPreview(report)
      if (isGone) return
      if (isDocumentRefusal(made)) {
        setFailed(report)
        return
      }
      const pages = await drawPages(made.forScreen)
      if (!isGone) setDrawn({ of: report, pages })
    }
    const timer = setTimeout(
      () => {
        draw().catch(() => {
          if (!isGone) setFailed(report)
        })
      },
      isFirst ? 0 : PAUSE_MILLISECONDS,
    )
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [report, isFirst])
  return { pages: drawn.pages, isBehind: drawn.of !== report, hasFailed: failed === report }
}
