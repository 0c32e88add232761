import type { ReactElement, ReactNode } from 'react'
import { Page, Text, View } from '@react-pdf/renderer'
import { reportWords } from '../../locale/report-document.ts'
import { PageFooter } from '../pdf/page-footer.tsx'
import { body, page, text } from '../pdf/style.ts'

const LEFT = 92
const RIGHT = 62

/** A sheet of a report, and the sheets that it runs on to. A draft says on each that it is one. */
export function ReportPage({
  title,
  isDraft,
  children,
}: {
  title: string
  isDraft: boolean
  children: ReactNode
}): ReactElement {
  return (
    <Page size="A4" style={{ ...page, paddingLeft: LEFT, paddingRight: RIGHT }}>
      {isDraft && (
        <View fixed style={{ position: 'absolute', top: 30, right: RIGHT }}>
          <Text style={{ ...text.bold, fontSize: 11 }}>{reportWords.draft}</Text>
        </View>
      )}
      <View style={body}>{children}</View>
      <PageFooter left={LEFT} right={RIGHT}>
        {isDraft ? `${title} · ${reportWords.draft.toLowerCase()}` : title}
      </PageFooter>
    </Page>
  )
}
