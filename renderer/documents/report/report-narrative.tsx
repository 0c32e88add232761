import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Paragraphs, Point } from '../pdf/text.tsx'
import { summaryHolds } from './recommendations.ts'

/** What the advisor wrote: what she saw, what she advises where the first page had no room, and what came of it. */
export function ReportNarrative({ report }: { report: AnnualReport }): ReactElement {
  const { signals, recommendations, lookingBack, workPlan } = report.narrative
  return (
    <View>
      <Chapter heading={reportWords.signals} content={signals} />
      {!summaryHolds(recommendations) && (
        <View>
          <Text style={text.h2} minPresenceAhead={40}>
            {reportWords.advice}
          </Text>
          {recommendations.map((each, index) => (
            <Point key={index} mark={`${index + 1}.`}>
              {each}
            </Point>
          ))}
        </View>
      )}
      <Chapter heading={reportWords.lookingBack} content={lookingBack} />
      <Chapter heading={reportWords.workPlan(report.year + 1)} content={workPlan} />
    </View>
  )
}

function Chapter({ heading, content }: { heading: string; content: string }): ReactElement | null {
  if (content.trim() === '') return null
  return (
    <View>
      <Text style={text.h2} minPresenceAhead={40}>
        {heading}
      </Text>
      <Paragraphs>{content}</Paragraphs>
    </View>
  )
}
