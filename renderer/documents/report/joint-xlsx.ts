import type { Sheet } from 'write-excel-file/universal'
import type { JointReport, SettledJointReport } from '#shared/reports/joint-report.ts'
import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'
import type { ReportTotal } from '#shared/statistics/presets.ts'
import { jointWords } from '../../locale/joint-report-document.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { accountSheet, count, figureSheets, sheet, strong, words, workbook } from './figure-sheets.ts'
import { addresseeOf, entityLines, jointAccount, mainSentences, withoutYears } from './joint-report.ts'

/** The figures of a joint report as a spreadsheet: those of the PDF and no others. */
export function makeJointXlsx(report: SettledJointReport): Promise<Uint8Array> {
  const why = whyNoBreakdown(report.figures)
  const account = [...(why === null ? [] : [reportWords.noBreakdown[why]]), ...jointAccount(report)]
  return workbook(
    [totalSheet(report), ...figureSheets(withoutYears(report)), accountSheet(account)],
    report.settledOn,
  )
}

const totalCell = (total: ReportTotal) =>
  total.shown === 'exact' ? count(total.value) : words(totalInTable(total))

/** Whose figures these are and how many people came; of a group by entity. */
function totalSheet(report: SettledJointReport): Sheet<Blob> {
  const { subject, period, settledOn } = report
  return sheet(
    reportWords.melders,
    [44, 16, 12, 26],
    [
      [strong(jointWords.title(subject.kind, period))],
      [words(addresseeOf(report))],
      [words(reportWords.settledOn(settledOn))],
      [],
      ...totalRows(report),
      [],
      ...mainSentences(report)
        .slice(1)
        .map((sentence) => [words(sentence)]),
    ],
  )
}

function totalRows(report: JointReport) {
  const lines = entityLines(report)
  const { total } = report.figures
  if (lines.length === 0) return [[strong(reportWords.total), totalCell(total)]]
  const { name, kvk, locations, melders } = jointWords.entityColumns
  const ranges = jointWords.ranges([...lines.map((line) => line.total), total])
  return [
    [name, kvk, locations, melders].map(strong),
    ...lines.map((line) => [
      words(line.name),
      words(line.kvkNumber),
      count(line.locationCount),
      totalCell(line.total),
    ]),
    [strong(reportWords.total), null, null, totalCell(total)],
    ...(ranges === '' ? [] : [[words(ranges)]]),
  ]
}
