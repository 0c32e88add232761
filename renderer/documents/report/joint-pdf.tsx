import type { ReactElement } from 'react'
import { Document, Text, View } from '@react-pdf/renderer'
import type { JointReport } from '#shared/reports/joint-report.ts'
import { jointWords } from '../../locale/joint-report-document.ts'
import { reportWords, totalInTable } from '../../locale/report-document.ts'
import { printable } from '../pdf/printable.ts'
import { fileFacts, renderPdf } from '../pdf/render.ts'
import { text } from '../pdf/style.ts'
import { type Column, Row, Table } from '../pdf/table.tsx'
import { AdvisorFacts } from './advisor-facts.tsx'
import { addresseeOf, entityLines, jointAccount, mainSentences, withoutYears } from './joint-report.ts'
import { Letterhead } from './letterhead.tsx'
import { ReportAccount } from './report-account.tsx'
import { ReportFigures } from './report-figures.tsx'
import { ReportPage } from './report-page.tsx'

/** The report of a group or the benchmark of a caseload as a letter: main points first, then figures and account. */
export function makeJointPdf(report: JointReport): Promise<Uint8Array> {
  const { advisor, subject, period, status, settledOn } = report
  const author = advisor.businessName === '' ? advisor.name : advisor.businessName
  const sheet = { title: jointWords.title(subject.kind, period), isDraft: status === 'draft' }
  return renderPdf(
    <Document {...fileFacts(sheet.title, printable(author), settledOn)}>
      <ReportPage {...sheet}>
        <Letterhead
          advisor={advisor}
          settledOn={settledOn}
          addressee={addresseeOf(report)}
          title={sheet.title}
        />
        <Text style={text.paragraph}>{jointWords.opening(subject.kind, period)}</Text>
        <Text style={text.h2}>{reportWords.summary}</Text>
        <Text style={text.paragraph}>{mainSentences(report).join(' ')}</Text>
        {subject.kind === 'group' ? <Entities report={report} /> : <ForWhom />}
        <AdvisorFacts advisor={advisor} certificationTime={null} />
      </ReportPage>
      <ReportPage {...sheet}>
        <ReportFigures report={withoutYears(report)} />
        <View wrap={false}>
          <ReportAccount sentences={jointAccount(report)} name={advisor.name} />
        </View>
      </ReportPage>
    </Document>,
  )
}

const { name, kvk, locations, melders } = jointWords.entityColumns
const ENTITY_COLUMNS: Column[] = [
  { heading: name },
  { heading: kvk, width: 72 },
  { heading: locations, width: 52, numeric: true },
  { heading: melders, width: 112, numeric: true },
]

/** Each entity with its own total, and what they make together. */
function Entities({ report }: { report: JointReport }): ReactElement {
  const lines = entityLines(report)
  const ranges = jointWords.ranges([...lines.map(({ total }) => total), report.figures.total])
  return (
    <View>
      <Text style={{ ...text.h2, marginBottom: 8 }}>{jointWords.entities}</Text>
      <Table
        columns={ENTITY_COLUMNS}
        rows={lines.map((line) => [
          line.name,
          line.kvkNumber,
          String(line.locationCount),
          totalInTable(line.total),
        ])}
      >
        <Row
          columns={ENTITY_COLUMNS}
          cells={[reportWords.total, '', '', totalInTable(report.figures.total)]}
          strong
        />
      </Table>
      {ranges !== '' && <Text style={{ ...text.small, marginTop: 4 }}>{ranges}</Text>}
    </View>
  )
}

/** For small organisations, which cannot get such figures of their own. */
function ForWhom(): ReactElement {
  return (
    <View>
      <Text style={text.h2}>{jointWords.forWhom}</Text>
      {jointWords.forWhomText.map((paragraph) => (
        <Text key={paragraph} style={text.paragraph}>
          {paragraph}
        </Text>
      ))}
    </View>
  )
}
