import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { reportWords } from '../../locale/report-document.ts'
import { text } from '../pdf/style.ts'
import { Table } from '../pdf/table.tsx'
import type { PrintedReport } from './printed-report.ts'

/** True when there are others beside the advisor, or parts of a group, to tell of. */
export function hasTeam({ team, group }: PrintedReport): boolean {
  return team.length > 0 || (group !== null && group.entities.length > 1)
}

/** The other advisors that people could turn to, and the parts of the group for which this one works. */
export function ReportTeam({ report }: { report: PrintedReport }): ReactElement {
  const { team, group } = report
  const { who, forWhom, certificate, remark } = reportWords.teamColumns
  const parts = reportWords.groupColumns
  return (
    <View>
      {team.length > 0 && (
        <View>
          <Text style={{ ...text.h2, marginBottom: 8 }} minPresenceAhead={60}>
            {reportWords.team}
          </Text>
          <Table
            columns={[
              { heading: who, width: 120 },
              { heading: forWhom },
              { heading: certificate, width: 110 },
              { heading: remark, width: 100 },
            ]}
            rows={team.map((member) => [
              `${member.name === '' ? reportWords.nameless : member.name}, ${reportWords.position[member.position]}`,
              member.forWhom,
              parted(member.certificate, until(member.certifiedUntil)),
              sentences(reportWords.memberSince(member), member.remark),
            ])}
          />
        </View>
      )}
      {group !== null && group.entities.length > 1 && (
        <View>
          <Text style={{ ...text.h2, marginBottom: 8 }} minPresenceAhead={60}>
            {reportWords.group(group.name)}
          </Text>
          <Table
            columns={[
              { heading: parts.name },
              { heading: parts.kvk, width: 90 },
              { heading: parts.locations, width: 60, numeric: true },
            ]}
            rows={group.entities.map(({ name, kvkNumber, locationCount }) => [
              name,
              kvkNumber,
              String(locationCount),
            ])}
          />
        </View>
      )}
    </View>
  )
}

function until(day: Parameters<typeof reportWords.certifiedUntil>[0] | null): string {
  return day === null ? '' : reportWords.certifiedUntil(day)
}

/** What can be read one after the other: `Vanaf 1 januari 2026. Opvolger`. */
function sentences(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('. ')
}

function parted(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}
