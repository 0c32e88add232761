import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { ReportNarrative } from '#shared/reports/report-narrative.ts'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Paragraphs, Point } from '../pdf/text.tsx'

/** A chapter in the advisor's own words; nothing when she wrote none. */
export function Chapter({ heading, content }: { heading: string; content: string }): ReactElement | null {
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

/** Her recommendations, numbered so that next year's report can refer to them. */
export function Recommendations({ narrative }: { narrative: ReportNarrative }): ReactElement | null {
  if (narrative.recommendations.length === 0) return null
  return (
    <View>
      <Text style={text.h2} minPresenceAhead={40}>
        {reportWords.advice}
      </Text>
      {narrative.recommendations.map((each, index) => (
        <Point key={index} mark={`${index + 1}.`}>
          {each.owner === '' ? each.text : `${each.text} (${each.owner})`}
        </Point>
      ))}
    </View>
  )
}
