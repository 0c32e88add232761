import { reportWords } from '../../locale/report-document.ts'
import { hasFigures, type PrintedReport } from './printed-report.ts'
import { countedYears, yearTotals } from './three-years.ts'

/** What the year came to, in a few sentences. */
export function mainSentences(report: PrintedReport): string[] {
  return [...figureSentences(report), ...workSentences(report)]
}

/** Of a draft for review, when the figures will come. */
function figureSentences(report: PrintedReport): string[] {
  if (!hasFigures(report)) return [reportWords.figuresFollow(report.period)]
  const { advisorCount, figures, period } = report
  const isOfSomebody = figures.total.shown !== 'exact' || figures.total.value > 0
  return [
    reportWords.totalInSentence(period, figures.total, advisorCount),
    reportWords.notPrecise(figures.total, figures.preset),
    reportWords.ofAdvisors(advisorCount),
    ...(isOfSomebody ? [reportWords.onePersonOnce(advisorCount)] : []),
    reportWords.cameBefore(period),
  ].filter((sentence) => sentence !== '')
}

function workSentences(report: PrintedReport): string[] {
  const sentences: string[] = []
  if (report.reachableCount > 0)
    sentences.push(reportWords.reach(report.reachableCount, report.locationCount))
  if (report.activities.length > 0) sentences.push(reportWords.activityCount(report.activities.length))
  return sentences
}

/** What stands under the totals of the years, where there are several. */
export function notesOnTotals(report: PrintedReport): string[] {
  if (!hasFigures(report)) return []
  const totals = yearTotals(report)
  return [
    totals.some(({ total }) => total === null) ? reportWords.notEstablishedNote(report.period) : '',
    reportWords.otherAdvisors(countedYears(totals)),
  ].filter((note) => note !== '')
}
