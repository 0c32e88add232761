import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { green, text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
import { Typed } from '../pdf/text.tsx'
import { AdvisorFacts } from './advisor-facts.tsx'
import { onFirstPage } from './first-page.ts'
import { Chapter, Recommendations } from './report-narrative.tsx'
import { yearTotals } from './three-years.ts'

/** The first page: everything that a board needs to know, on one sheet. */
export function ReportSummary({ report }: { report: AnnualReport }): ReactElement {
  const { advisor, narrative } = report
  const totals = yearTotals(report)
  const first = onFirstPage(narrative)
  return (
    <View>
      <View style={{ borderBottomWidth: 1.5, borderBottomColor: green, paddingBottom: 8, marginBottom: 22 }}>
        <Typed style={text.bold}>{advisor.businessName === '' ? advisor.name : advisor.businessName}</Typed>
        {report.settledOn !== null && (
          <Text style={text.small}>{reportWords.settledOn(report.settledOn)}</Text>
        )}
      </View>
      <Text style={{ ...text.h1, marginBottom: 12 }}>{reportWords.title(report.year)}</Text>
      <Text style={text.paragraph}>{reportWords.salutation}</Text>
      <Typed style={text.paragraph}>{reportWords.opening(report.year, report.organisationName)}</Typed>
      {report.status === 'draft' && <Text style={text.paragraph}>{reportWords.draftNote}</Text>}

      <Text style={text.h2}>{reportWords.summary}</Text>
      <Text style={text.paragraph}>{summarySentences(report).join(' ')}</Text>
      <View style={{ marginTop: 4 }}>
        <Table
          columns={[
            { heading: '' },
            ...totals.map(({ year }) => ({ heading: String(year), width: 112, numeric: true })),
          ]}
          rows={[[reportWords.melders, ...totals.map(({ total }) => totalInTable(total))]]}
        />
      </View>
      {totals.some(({ total }) => total === null) && (
        <Text style={{ ...text.small, marginTop: 4 }}>{reportWords.notEstablishedNote}</Text>
      )}

      {first.signals && <Chapter heading={reportWords.signals} content={narrative.signals} />}
      {first.recommendations ? (
        <Recommendations narrative={narrative} />
      ) : (
        <View>
          <Text style={text.h2}>{reportWords.advice}</Text>
          <Text>{reportWords.adviceElsewhere(narrative.recommendations.length)}</Text>
        </View>
      )}
      <AdvisorFacts advisor={advisor} />
    </View>
  )
}

function summarySentences(report: AnnualReport): string[] {
  const { total } = report.figures
  const sentences = [reportWords.totalInSentence(report.year, total)]
  if (total.shown !== 'exact' || total.value > 0) sentences.push(reportWords.onePersonOnce)
  if (report.reachableCount > 0)
    sentences.push(reportWords.reach(report.reachableCount, report.locationCount))
  if (report.activities.length > 0) sentences.push(reportWords.activityCount(report.activities.length))
  return sentences
}
