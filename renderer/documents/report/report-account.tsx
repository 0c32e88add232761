import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { quiet, text } from '../pdf/style.ts'
import { Typed } from '../pdf/text.tsx'
import { givenUpSentences } from './given-up.ts'

/** Who the advisor is, how melders were kept unrecognisable, and her name under it all. */
export function ReportAccount({ report }: { report: AnnualReport }): ReactElement {
  const { advisor, figures } = report
  const account = [
    reportWords.preset(figures.preset, figures.threshold),
    ...givenUpSentences(figures.whatWasGivenUp),
    reportWords.proof(figures.proof),
    reportWords.limits,
  ]
  return (
    <View>
      <View wrap={false}>
        <Text style={text.h2}>{reportWords.anonymised}</Text>
        {account.map((sentence, index) => (
          <Text key={index} style={{ marginBottom: 3 }}>
            {sentence}
          </Text>
        ))}
      </View>
      <View wrap={false}>
        <Text style={text.h2}>{reportWords.advisor}</Text>
        <Typed style={text.bold}>{advisor.name}</Typed>
        {advisor.businessName !== '' && advisor.businessName !== advisor.name && (
          <Typed>{advisor.businessName}</Typed>
        )}
        <View style={{ marginTop: 6 }}>
          {advisorFacts(advisor).map(
            ([label, value]) =>
              value !== '' && (
                <View key={label} style={{ flexDirection: 'row', marginBottom: 2 }}>
                  <Text style={{ width: 96, color: quiet }}>{label}</Text>
                  <Typed style={{ flex: 1 }}>{value}</Typed>
                </View>
              ),
          )}
        </View>
        <View style={{ marginTop: 22 }}>
          <Text>{reportWords.closing}</Text>
          <Typed style={{ marginTop: 4 }}>{advisor.name}</Typed>
        </View>
      </View>
    </View>
  )
}

function advisorFacts(advisor: AnnualReport['advisor']): [string, string][] {
  const { certificate, certifiedUntil } = advisor
  const until = certifiedUntil === null ? '' : reportWords.certifiedUntil(certifiedUntil)
  return [
    [reportWords.certificate, [certificate, until].filter((part) => part !== '').join(', ')],
    [reportWords.contact, [advisor.phone, advisor.email].filter((part) => part !== '').join(' · ')],
    [reportWords.reachability, advisor.reachability],
  ]
}
