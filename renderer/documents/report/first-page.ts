import { reportWords } from '../../locale/report-document.ts'
import { advisorLines } from './advisor-facts.tsx'
import { mainSentences, notesOnTotals } from './main-points.ts'
import { hasFigures, type PrintedReport, settlingDay } from './printed-report.ts'

/** Points between the margins of a page, and of a line of text, a heading, and the space under a paragraph. */
const PAGE = 720
const LINE = 14.5
const SMALL = 12
const HEADING = 41
const GAP = 6
const POINT_GAP = 4
/** Characters of a line that stands alone; where there are several each has fewer, because words are not broken. */
const ONE_LINE = 100
/** Fewer than really stand on a line, so that a page does not turn out too full. */
const ACROSS = { text: 93, facts: 70, title: 38 }

/** What stands on the first page beside the main points; the rest stands on the next ones. */
export type FirstPage = { signals: boolean; recommendations: boolean; facts: boolean }

/** Which goes first where there is no room: what was seen and advised matters more than how to reach the advisor. */
const IN_ORDER: readonly FirstPage[] = [
  { signals: true, recommendations: true, facts: true },
  { signals: true, recommendations: true, facts: false },
  { signals: false, recommendations: true, facts: true },
  { signals: false, recommendations: true, facts: false },
]
const LAST: FirstPage = { signals: false, recommendations: false, facts: true }

/** What of the advisor's own words, and of who she is, fits on the first page under the main points. */
export function onFirstPage(report: PrintedReport): FirstPage {
  const { narrative, advisor, certificationTime } = report
  const room = PAGE - aboveRest(report)
  const sizes = {
    signals: chapter(narrative.signals.split('\n')),
    recommendations: chapter(
      narrative.recommendations.flatMap(({ text, owner }) =>
        reportWords
          .withOwner(text, owner)
          .split('\n')
          .map((line) => `- ${line}`),
      ),
    ),
    facts: advisorLines(advisor, certificationTime).reduce(
      (sum, [, value]) => sum + lines(value, ACROSS.facts) * LINE + 2,
      HEADING,
    ),
  }
  const fits = (first: FirstPage): boolean =>
    (['signals', 'recommendations', 'facts'] as const).reduce(
      (sum, part) => sum + (first[part] ? sizes[part] : 0),
      0,
    ) <= room
  return IN_ORDER.find(fits) ?? LAST
}

/** How much of the page the letterhead and the main points take. */
function aboveRest(report: PrintedReport): number {
  const years = hasFigures(report) ? report.earlierYears.length : 0
  const table = years === 0 ? 0 : 40
  const notes = notesOnTotals(report).reduce((sum, note) => sum + lines(note, ACROSS.text) * SMALL + 4, 0)
  const audience = hasFigures(report) && report.audience !== 'board' ? SMALL : 0
  const opening = hasFigures(report)
    ? reportWords.opening(report.period)
    : reportWords.openingForReview(report.period)
  return (
    LINE +
    (settlingDay(report) === null ? 0 : SMALL) +
    26 +
    SMALL +
    lines(report.organisationName, ACROSS.text) * LINE +
    audience +
    18 +
    lines(reportWords.title(report.period), ACROSS.title) * 25.2 +
    12 +
    LINE +
    GAP +
    paragraph(opening) +
    HEADING +
    paragraph(mainSentences(report).join(' ')) +
    table +
    (years === 0 ? 0 : notes)
  )
}

function chapter(paragraphs: readonly string[]): number {
  const filled = paragraphs.filter((each) => each.trim() !== '')
  if (filled.length === 0) return 0
  return filled.reduce((sum, each) => sum + paragraph(each), HEADING)
}

function paragraph(text: string): number {
  const gap = text.startsWith('- ') ? POINT_GAP : GAP
  return (text.length <= ONE_LINE ? 1 : lines(text, ACROSS.text)) * LINE + gap
}

function lines(text: string, across: number): number {
  return Math.ceil(text.length / across)
}
