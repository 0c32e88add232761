import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Closing } from './closing.tsx'
import { givenUpSentences } from './given-up.ts'

/** What was agreed, what that cost, how it was checked (`checked`) and what it does not cover. */
export function accountOf(
  { figures, period, audience, factCheck }: AnnualReport,
  checked: string = reportWords.checked(figures.proof),
): string[] {
  return [
    reportWords.preset(figures, period, audience),
    // Of nobody there is nothing that could have been broken down.
    ...(whyNoBreakdown(figures) === 'nobody' ? [] : givenUpSentences(figures.whatWasGivenUp)),
    checked,
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
    <View wrap={false}>
      <Text style={text.h2}>{reportWords.anonymised}</Text>
      {sentences.map((sentence, index) => (
        <Text key={index} style={{ marginBottom: 3 }}>
          {sentence}
        </Text>
      ))}
      <Text>{reportWords.limits}</Text>
      <Closing name={name} />
    </View>
  )
}
