import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
import { AdvisorFacts } from './advisor-facts.tsx'
import { onFirstPage } from './first-page.ts'
import { Letterhead } from './letterhead.tsx'
import { mainSentences, notesOnTotals } from './main-points.ts'
import { hasFigures, type PrintedReport, settlingDay } from './printed-report.ts'
import { Chapter, Recommendations } from './report-narrative.tsx'
import { yearTotals } from './three-years.ts'

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
      <Text style={text.paragraph}>{mainSentences(report).join(' ')}</Text>
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
      {first.facts && <AdvisorFacts advisor={advisor} certificationTime={report.certificationTime} />}
    </View>
  )
}

/** How many melders there were, this year and before; a first year has its sentence and needs no table. */
function Totals({ report }: { report: AnnualReport }): ReactElement | null {
  const totals = yearTotals(report)
  if (totals.length === 1) return null
  return (
    <View style={{ marginTop: 4 }}>
      <Table
        columns={[
          { heading: reportWords.overYears(report.period) },
          ...totals.map(({ year }) => ({ heading: String(year), width: 112, numeric: true })),
        ]}
        rows={[[reportWords.melders, ...totals.map(({ total }) => totalInTable(total))]]}
      />
      {notesOnTotals(report).map((note) => (
        <Text key={note} style={{ ...text.small, marginTop: 4 }}>
          {note}
        </Text>
      ))}
    </View>
  )
}
