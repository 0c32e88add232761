import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Closing } from './closing.tsx'
import { givenUpSentences } from './given-up.ts'

/** How melders were kept unrecognisable: what was agreed, what that cost, and how it was checked. */
export function ReportAccount({ report }: { report: AnnualReport }): ReactElement {
  const { advisor, figures } = report
  const account = [
    reportWords.preset(figures.preset, figures.threshold),
    ...givenUpSentences(figures.whatWasGivenUp),
    reportWords.proof(figures.proof),
    reportWords.factsChecked(report.factCheck),
  ].filter((sentence) => sentence !== '')
  return (
    <View>
      <Text style={text.h2} minPresenceAhead={60}>
        {reportWords.anonymised}
      </Text>
      {account.map((sentence, index) => (
        <Text key={index} style={{ marginBottom: 4 }}>
          {sentence}
        </Text>
      ))}
      <View wrap={false}>
        <Text>{reportWords.limits}</Text>
        <Closing name={advisor.name} />
      </View>
    </View>
  )
}
