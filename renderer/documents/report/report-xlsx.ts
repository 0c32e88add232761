import type { Sheet } from 'write-excel-file/universal'
import type { AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { shortDate } from '../../locale/dates.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { activityWords } from '../../locale/report-words.ts'
import { accountSheet, count, figureSheets, sheet, strong, words, workbook } from './figure-sheets.ts'
import { givenUpSentences } from './given-up.ts'
import { advisorsByYear, yearTotals } from './three-years.ts'

/** The figures of a report as a spreadsheet: those of the PDF, a sheet for each part, numbers as numbers. */
export async function makeReportXlsx(report: SettledReport): Promise<Uint8Array> {
  const { figures, advisorCount } = report
  return workbook(
    [
      totalsSheet(report),
      ...figureSheets(report),
      ...(report.activities.length > 0 ? [activitiesSheet(report)] : []),
      accountSheet([
        reportWords.preset(figures.preset, figures.threshold, report.period),
        ...givenUpSentences(figures.whatWasGivenUp),
        reportWords.proof(figures.proof),
        reportWords.onePersonOnce(advisorCount),
      ]),
    ],
    report.settledOn,
  )
}

function totalsSheet(report: SettledReport): Sheet<Blob> {
  const totals = yearTotals(report)
  return sheet(
    reportWords.years,
    [24, 26],
    [
      [strong(reportWords.title(report.period))],
      [words(report.organisationName)],
      [words(reportWords.settledOn(report.settledOn))],
      [],
      [strong(reportWords.year), strong(reportWords.melders)],
      ...totals.map(({ year, total }) => [
        count(year),
        total?.shown === 'exact' ? count(total.value) : words(totalInTable(total)),
      ]),
      ...[reportWords.ofAdvisors(report.advisorCount), reportWords.otherAdvisors(advisorsByYear(totals))]
        .filter((sentence) => sentence !== '')
        .map((sentence) => [words(sentence)]),
    ],
  )
}

function activitiesSheet(report: AnnualReport): Sheet<Blob> {
  const heading = reportWords.activityColumns
  return sheet(
    reportWords.activities,
    [12, 30, 48, 30, 10],
    [
      [heading.on, heading.kind, heading.description, heading.withWhom, heading.reach].map(strong),
      ...report.activities.map(({ on, kind, description, withWhom, reach }) => [
        words(shortDate(on)),
        words(activityWords[kind]),
        words(description),
        words(withWhom),
        reach === null ? null : count(reach),
      ]),
    ],
  )
}
