import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { quiet, text } from '../pdf/style.ts'
import { Typed } from '../pdf/text.tsx'

type Advisor = AnnualReport['advisor']

/** Who the advisor is, what she is certified for, and how she could be reached. */
export function AdvisorFacts({
  advisor,
  certificationTime,
}: {
  advisor: Advisor
  certificationTime: AnnualReport['certificationTime']
}): ReactElement {
  return (
    <View wrap={false}>
      <Text style={text.h2}>{reportWords.advisor}</Text>
      {advisorLines(advisor, certificationTime).map(([label, value]) => (
        <View key={label} style={{ flexDirection: 'row', marginBottom: 2 }}>
          <Text style={{ width: 96, color: quiet }}>{label}</Text>
          <Typed style={{ flex: 1 }}>{value}</Typed>
        </View>
      ))}
    </View>
  )
}

/** A label and what it says for each fact that is known. */
export function advisorLines(
  { name, certificate, certifiedUntil, phone, email, reachability }: Advisor,
  certificationTime: AnnualReport['certificationTime'],
): [string, string][] {
  const until = certifiedUntil === null ? '' : reportWords.certifiedUntil(certifiedUntil)
  const all: [string, string][] = [
    [reportWords.name, name],
    [reportWords.certificate, [certificate, until].filter((part) => part !== '').join(', ')],
    [reportWords.contact, [phone, email].filter((part) => part !== '').join(' · ')],
    [reportWords.reachability, reachability],
    [
      reportWords.schooling,
      certificationTime === null ? '' : reportWords.certificationTime(certificationTime),
    ],
  ]
  return all.filter(([, value]) => value !== '')
}
