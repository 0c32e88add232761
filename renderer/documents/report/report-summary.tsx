import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { green, text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
import { Point, Typed } from '../pdf/text.tsx'
import { summaryHolds } from './recommendations.ts'
import { yearTotals } from './three-years.ts'

/** The first page: everything that a board needs to know, on one sheet. */
export function ReportSummary({ report }: { report: AnnualReport }): ReactElement {
  const { advisor, narrative } = report
  const totals = yearTotals(report)
  return (
    <View>
      <View style={{ borderBottomWidth: 1.5, borderBottomColor: green, paddingBottom: 8, marginBottom: 28 }}>
        <Typed style={text.bold}>{advisor.businessName === '' ? advisor.name : advisor.businessName}</Typed>
        {report.settledOn !== null && (
          <Text style={text.small}>{reportWords.settledOn(report.settledOn)}</Text>
        )}
      </View>
      <Text style={{ ...text.h1, marginBottom: 16 }}>{reportWords.title(report.year)}</Text>
      <Text style={text.paragraph}>{reportWords.salutation}</Text>
      <Typed style={text.paragraph}>{reportWords.opening(report.year, report.organisationName)}</Typed>
      {report.status === 'draft' && <Text style={text.paragraph}>{reportWords.draftNote}</Text>}

      <Text style={text.h2}>{reportWords.summary}</Text>
      <Text style={text.paragraph}>{summarySentences(report).join(' ')}</Text>
      <View style={{ marginTop: 4, width: 300 }}>
        <Table
          columns={[
            { heading: reportWords.year, width: 90 },
            { heading: reportWords.melders, numeric: true },
          ]}
          rows={totals.map(({ year, total }) => [String(year), totalInTable(total)])}
        />
      </View>
      {totals.some(({ total }) => total === null) && (
        <Text style={{ ...text.small, marginTop: 4 }}>{reportWords.notEstablishedNote}</Text>
      )}

      {narrative.recommendations.length > 0 && (
        <View>
          <Text style={text.h2}>{reportWords.advice}</Text>
          {summaryHolds(narrative.recommendations) ? (
            narrative.recommendations.map((each, index) => (
              <Point key={index} mark={`${index + 1}.`}>
                {each}
              </Point>
            ))
          ) : (
            <Text>{reportWords.adviceElsewhere(narrative.recommendations.length)}</Text>
          )}
        </View>
      )}
    </View>
  )
}

function summarySentences(report: AnnualReport): string[] {
  const sentences = [reportWords.totalInSentence(report.year, report.figures.total)]
  sentences.push(reportWords.onePersonOnce)
  if (report.reachableCount > 0)
    sentences.push(reportWords.reach(report.reachableCount, report.locationCount))
  if (report.activities.length > 0) sentences.push(reportWords.activityCount(report.activities.length))
  return sentences
}
