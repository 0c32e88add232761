import type { Sheet } from 'write-excel-file/universal'
import type { AnnualReport, SettledReport } from '#shared/reports/annual-report.ts'
import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { activityWords } from '../../locale/report-words.ts'
import { accountSheet, count, day, figureSheets, sheet, strong, words, workbook } from './figure-sheets.ts'
import { accountOf } from './report-account.tsx'
import { countedYears, yearTotals } from './three-years.ts'

/** The figures of a report as a spreadsheet: those of the PDF, a sheet for each part, numbers as numbers. */
export async function makeReportXlsx(report: SettledReport): Promise<Uint8Array> {
  const { figures, advisorCount } = report
  const why = whyNoBreakdown(figures)
  return workbook(
    [
      totalsSheet(report),
      ...figureSheets(report),
      ...(report.activities.length > 0 ? [activitiesSheet(report)] : []),
      accountSheet([
        ...(why === null ? [] : [reportWords.noBreakdown[why]]),
        ...accountOf(report, reportWords.proof(figures.proof)),
        reportWords.onePersonOnce(advisorCount),
        reportWords.limits,
      ]),
    ],
    report.settledOn,
  )
}

function totalsSheet(report: SettledReport): Sheet<Blob> {
  const totals = yearTotals(report)
  return sheet(
    reportWords.years(report.period),
    [36, 26],
    [
      [strong(reportWords.title(report.period))],
      [words(report.organisationName)],
      [words(reportWords.settledOn(report.settledOn))],
      [],
      [strong(reportWords.period), strong(reportWords.melders)],
      ...totals.map(({ year, total }) => [
        words(reportWords.periodOfRow(report.period, year)),
        total?.shown === 'exact' ? count(total.value) : words(totalInTable(total)),
      ]),
      [],
      ...[
        totals.some(({ total }) => total === null) ? reportWords.notEstablishedNote(report.period) : '',
        reportWords.notPrecise(report.figures.total, report.figures.preset),
        reportWords.cameBefore(report.period),
        reportWords.ofAdvisors(report.advisorCount),
        reportWords.otherAdvisors(countedYears(totals)),
      ]
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
        day(on),
        words(activityWords[kind]),
        words(description),
        words(withWhom),
        reach === null ? null : count(reach),
      ]),
    ],
  )
}
