import { hasFigures, type PrintedReport } from './printed-report.ts'

/** Lines of the advisor's own words for which the first page has room under the total, and characters of one. */
const ROOM = 18
/** What it takes of that to say that several advisors counted. */
const TEAM = 6
const LINE = 88
/** What a heading and the space between two paragraphs take, in lines. */
const HEADING = 3
const GAP = 0.4

/** Which of the advisor's own words fit on the first page, beside the total, of a team or not, and how to reach her. */
export function onFirstPage(report: PrintedReport): { signals: boolean; recommendations: boolean } {
  const { signals, recommendations } = report.narrative
  const room = hasFigures(report) && report.advisorCount > 1 ? ROOM - TEAM : ROOM
  const advice = linesOf(recommendations.map((each) => each.text))
  const seen = linesOf(signals.split('\n'))
  return { signals: advice + seen <= room, recommendations: advice <= room }
}

function linesOf(paragraphs: readonly string[]): number {
  const filled = paragraphs.filter((each) => each.trim() !== '')
  if (filled.length === 0) return 0
  return filled.reduce((lines, each) => lines + Math.ceil(each.length / LINE) + GAP, HEADING)
}
