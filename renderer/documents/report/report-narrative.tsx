import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { ReportNarrative } from '#shared/reports/report-narrative.ts'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
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

/** What became of what she recommended the time before: of each, and in her own words. */
export function LookingBack({ narrative }: { narrative: ReportNarrative }): ReactElement | null {
  if (narrative.followUps.length === 0)
    return <Chapter heading={reportWords.lookingBack} content={narrative.lookingBack} />
  const { measure, became, remark } = reportWords.followUpColumns
  return (
    <View>
      <Text style={{ ...text.h2, marginBottom: 8 }} minPresenceAhead={60}>
        {reportWords.lookingBack}
      </Text>
      <Table
        columns={[{ heading: measure }, { heading: became, width: 86 }, { heading: remark, width: 140 }]}
        rows={narrative.followUps.map((each) => [
          reportWords.withOwner(each.text, each.owner),
          reportWords.became[each.became],
          each.remark,
        ])}
      />
      {narrative.lookingBack.trim() !== '' && (
        <View style={{ marginTop: 8 }}>
          <Paragraphs>{narrative.lookingBack}</Paragraphs>
        </View>
      )}
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
          {reportWords.withOwner(each.text, each.owner)}
        </Point>
      ))}
    </View>
  )
}
