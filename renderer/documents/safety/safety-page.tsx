import type { ReactElement, ReactNode } from 'react'
import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { PageFooter } from '../pdf/page-footer.tsx'
import { printable } from '../pdf/printable.ts'
import { fileFacts } from '../pdf/render.ts'
import { body, green, page, quiet, text } from '../pdf/style.ts'
import { Paragraphs, Point } from '../pdf/text.tsx'

const LEFT = 72
const RIGHT = 48

type Props = {
  title: string
  /** The day that stands under the title and in the file. */
  on: CalendarDate
  dated: string
  author: string
  children: ReactNode
}

/** The frame of the documents about keys and destruction: a title, a day, and what follows. */
export function SafetyDocument({ title, on, dated, author, children }: Props): ReactElement {
  return (
    <Document {...fileFacts(title, printable(author), on)}>
      <Page size="A4" style={{ ...page, paddingLeft: LEFT, paddingRight: RIGHT }}>
        <View style={body}>
          <View
            style={{ borderBottomWidth: 1.5, borderBottomColor: green, paddingBottom: 8, marginBottom: 12 }}
          >
            <Text style={text.h1}>{title}</Text>
            <Text style={{ color: quiet }}>{dated}</Text>
          </View>
          {children}
        </View>
        <PageFooter left={LEFT} right={RIGHT}>
          {title}
        </PageFooter>
      </Page>
    </Document>
  )
}

/** A heading and what stands under it: text of somebody's own, or points with a mark or a number. */
export function Part({
  title,
  paragraphs = '',
  points = [],
  isNumbered = false,
}: {
  title: string
  paragraphs?: string
  points?: readonly string[]
  isNumbered?: boolean
}): ReactElement {
  return (
    <View>
      <Text style={text.h2} minPresenceAhead={30}>
        {title}
      </Text>
      {paragraphs !== '' && <Paragraphs>{paragraphs}</Paragraphs>}
      {points.map((point, index) => (
        <Point key={index} mark={isNumbered ? `${index + 1}.` : '•'}>
          {point}
        </Point>
      ))}
    </View>
  )
}
