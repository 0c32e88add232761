import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Closing } from './closing.tsx'
import { givenUpSentences } from './given-up.ts'

/** What was agreed, what that cost, and how it was checked. */
export function accountOf({ figures, period, factCheck }: AnnualReport): string[] {
  return [
    reportWords.preset(figures.preset, figures.threshold, period),
    ...givenUpSentences(figures.whatWasGivenUp),
    reportWords.proof(figures.proof),
    reportWords.factsChecked(factCheck),
  ].filter((sentence) => sentence !== '')
}

/** How melders were kept unrecognisable, and who signs for it. */
export function ReportAccount({
  sentences,
  name,
}: {
  sentences: readonly string[]
  name: string
}): ReactElement {
  return (
    <View>
      <Text style={text.h2} minPresenceAhead={60}>
        {reportWords.anonymised}
      </Text>
      {sentences.map((sentence, index) => (
        <Text key={index} style={{ marginBottom: 4 }}>
          {sentence}
        </Text>
      ))}
      <View wrap={false}>
        <Text>{reportWords.limits}</Text>
        <Closing name={name} />
      </View>
    </View>
  )
}
