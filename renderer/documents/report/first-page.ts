import type { ReportNarrative } from '#shared/reports/report-narrative.ts'

/** Lines of the advisor's own words for which the first page has room under the total, and characters of one. */
const ROOM = 18
const LINE = 88
/** What a heading and the space between two paragraphs take, in lines. */
const HEADING = 3
const GAP = 0.4

/** Which of the advisor's own words fit on the first page, beside the total and how to reach her. */
export function onFirstPage({ signals, recommendations }: ReportNarrative): {
  signals: boolean
  recommendations: boolean
} {
  const advice = linesOf(recommendations.map((each) => each.text))
  const seen = linesOf(signals.split('\n'))
  return { signals: advice + seen <= ROOM, recommendations: advice <= ROOM }
}

function linesOf(paragraphs: readonly string[]): number {
  const filled = paragraphs.filter((each) => each.trim() !== '')
  if (filled.length === 0) return 0
  return filled.reduce((lines, each) => lines + Math.ceil(each.length / LINE) + GAP, HEADING)
}
