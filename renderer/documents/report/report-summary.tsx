import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
import { AdvisorFacts } from './advisor-facts.tsx'
import { onFirstPage } from './first-page.ts'
import { Letterhead } from './letterhead.tsx'
import { hasFigures, type PrintedReport, settlingDay } from './printed-report.ts'
import { Chapter, Recommendations } from './report-narrative.tsx'
import { countedYears, yearTotals } from './three-years.ts'

/** The first page: everything that a board needs to know, on one sheet, addressed to it. */
export function ReportSummary({ report }: { report: PrintedReport }): ReactElement {
  const { advisor, narrative } = report
  const first = onFirstPage(report)
  return (
    <View>
      <Letterhead
        advisor={advisor}
        settledOn={settlingDay(report)}
        addressee={report.organisationName}
        title={reportWords.title(report.period)}
      >
        {hasFigures(report) && report.audience !== 'board' && (
          <Text style={text.small}>{reportWords.forAudience[report.audience]}</Text>
        )}
      </Letterhead>
      <Text style={text.paragraph}>
        {hasFigures(report)
          ? reportWords.opening(report.period)
          : reportWords.openingForReview(report.period)}
      </Text>

      <Text style={text.h2}>{reportWords.summary}</Text>
      <Text style={text.paragraph}>{[...figureSentences(report), ...workSentences(report)].join(' ')}</Text>
      {hasFigures(report) && <Totals report={report} />}

      {first.signals && <Chapter heading={reportWords.signals} content={narrative.signals} />}
      {first.recommendations ? (
        <Recommendations narrative={narrative} />
      ) : (
        <View>
          <Text style={text.h2}>{reportWords.advice}</Text>
          <Text>{reportWords.adviceElsewhere(narrative.recommendations.length)}</Text>
        </View>
      )}
      <AdvisorFacts advisor={advisor} certificationTime={report.certificationTime} />
    </View>
  )
}

/** How many melders there were, this year and before; a first year has its sentence and needs no table. */
function Totals({ report }: { report: AnnualReport }): ReactElement | null {
  const totals = yearTotals(report)
  if (totals.length === 1) return null
  const otherAdvisors = reportWords.otherAdvisors(countedYears(totals))
  return (
    <View style={{ marginTop: 4 }}>
      <Table
        columns={[
          { heading: reportWords.overYears(report.period) },
          ...totals.map(({ year }) => ({ heading: String(year), width: 112, numeric: true })),
        ]}
        rows={[[reportWords.melders, ...totals.map(({ total }) => totalInTable(total))]]}
      />
      {totals.some(({ total }) => total === null) && (
        <Text style={{ ...text.small, marginTop: 4 }}>{reportWords.notEstablishedNote(report.period)}</Text>
      )}
      {otherAdvisors !== '' && <Text style={{ ...text.small, marginTop: 4 }}>{otherAdvisors}</Text>}
    </View>
  )
}

/** What the year came to; of a draft for review, when the figures will come. */
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
