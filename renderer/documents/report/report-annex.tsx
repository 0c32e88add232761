import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { OrganisationStatement } from '#shared/reports/organisation-statement.ts'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
import { Paragraphs, Typed } from '../pdf/text.tsx'
import type { PrintedReport } from './printed-report.ts'

/** True when the organisation stated something. */
export function hasAnnex({ statement }: PrintedReport): boolean {
  return statement.complaints !== null || statement.disputes !== null
}

/** What the organisation itself says of complaints and disputes, each with its source and day. */
export function ReportAnnex({ statement }: { statement: OrganisationStatement }): ReactElement {
  const { complaints, disputes } = statement
  const { kind, cause, stage, count } = reportWords.complaintColumns
  const columns = reportWords.disputeColumns
  return (
    <View>
      <Text style={text.h2}>{reportWords.annex}</Text>
      <Text style={text.paragraph}>{reportWords.annexNote}</Text>
      {complaints !== null && (
        <View>
          <Text style={text.h3}>{reportWords.complaints}</Text>
          {complaints.items.length === 0 ? (
            <Text style={text.paragraph}>{reportWords.noComplaints}</Text>
          ) : (
            <Table
              columns={[
                { heading: kind },
                { heading: cause, width: 150 },
                { heading: stage, width: 70 },
                { heading: count, width: 44, numeric: true },
              ]}
              rows={complaints.items.map((item) => [
                item.kind,
                item.cause,
                reportWords.stage[item.stage],
                String(item.count),
              ])}
            />
          )}
          <Foot {...complaints} />
        </View>
      )}
      {disputes !== null && (
        <View>
          <Text style={text.h3}>{reportWords.disputes}</Text>
          <Table
            columns={[
              { heading: columns.location },
              { heading: columns.lrk, width: 80 },
              { heading: columns.place, width: 100 },
              { heading: columns.count, width: 60, numeric: true },
            ]}
            rows={disputes.locations.map((one) => [
              one.location,
              one.lrkNumber,
              one.place,
              one.disputes === 0 ? reportWords.none : String(one.disputes),
            ])}
          />
          <Foot {...disputes} />
        </View>
      )}
    </View>
  )
}

function Foot({
  source,
  statedOn,
  remark,
}: {
  source: string
  statedOn: Parameters<typeof reportWords.annexSource>[1]
  remark: string
}): ReactElement {
  return (
    <View style={{ marginTop: 4, marginBottom: 8 }}>
      <Typed style={text.small}>{reportWords.annexSource(source, statedOn)}</Typed>
      <Paragraphs>{remark}</Paragraphs>
    </View>
  )
}
