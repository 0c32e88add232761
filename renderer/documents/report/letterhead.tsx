import type { ReactElement, ReactNode } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { CalendarDate } from '#shared/calendar/calendar-date.ts'
import type { AnnualReport } from '#shared/reports/annual-report.ts'
import { reportWords } from '../../locale/report-document.ts'
import { green, text } from '../pdf/style.ts'
import { Typed } from '../pdf/text.tsx'

type Props = {
  advisor: AnnualReport['advisor']
  settledOn: CalendarDate | null
  addressee: string
  title: string
  /** What stands under the addressee. */
  children?: ReactNode
}

/** Who writes to whom, when it was settled, and what the letter is called. */
export function Letterhead({ advisor, settledOn, addressee, title, children }: Props): ReactElement {
  return (
    <View>
      <View style={{ borderBottomWidth: 1.5, borderBottomColor: green, paddingBottom: 8, marginBottom: 16 }}>
        <Typed style={text.bold}>{advisor.businessName === '' ? advisor.name : advisor.businessName}</Typed>
        {settledOn !== null && <Text style={text.small}>{reportWords.settledOn(settledOn)}</Text>}
      </View>
      <View style={{ marginBottom: 18 }}>
        <Text style={text.small}>{reportWords.addressedTo}</Text>
        <Typed>{addressee}</Typed>
        {children}
      </View>
      <Text style={{ ...text.h1, marginBottom: 12 }}>{title}</Text>
      <Text style={text.paragraph}>{reportWords.salutation}</Text>
    </View>
  )
}
