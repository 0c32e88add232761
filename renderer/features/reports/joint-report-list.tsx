import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type JointReportSummary, type JointSubject, jointKey } from '#shared/reports/joint-report.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { jointText as text } from '../../locale/joint-reports.ts'
import { reportsText } from '../../locale/reports.ts'
import { Section } from '../../ui/page.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useRows } from '../../working-set/rows.ts'
import { paths } from './paths.ts'
import { organisationsOf } from './use-joint-organisations.ts'

type Line = {
  subject: JointSubject
  name: string
  what: string
  report: JointReportSummary | undefined
}

const columnsFor = (year: number): Column<Line>[] => [
  {
    key: 'name',
    heading: text.columns.name,
    cell: ({ subject, name }) => <TextLink to={paths.joint(subject, wholeYear(year))}>{name}</TextLink>,
  },
  { key: 'what', heading: text.columns.what, cell: ({ what }) => what },
  { key: 'status', heading: text.columns.status, cell: ({ report }) => reportsText.statusOf(report) },
]

/** The reports of several organisations that a year can have: one for each group, and one over the whole caseload. */
export function JointReportList({ year }: { year: number }) {
  const organisations = useOrganisations()
  const groups = useRows('groups')
  const reports = useRows('jointReports')
  if (groups === undefined || reports === undefined || organisations.length < 2) return null
  const line = (subject: JointSubject, name: string, what: (count: number) => string) => ({
    subject,
    name,
    what: what(organisationsOf(subject, organisations).length),
    report: reports.find((one) => jointKey(one.subject, one.period) === jointKey(subject, wholeYear(year))),
  })
  const ofGroups = groups
    .map(({ id, name }) => ({ subject: { kind: 'group' as const, groupId: id }, name }))
    .filter(({ subject }) => organisationsOf(subject, organisations).length > 1)
    .sort((a, b) => dutchOrder(a.name, b.name))
    .map(({ subject, name }) => line(subject, name, text.entities))
  return (
    <Section title={text.section}>
      <p>{text.intro}</p>
      <Table
        caption={text.section}
        columns={columnsFor(year)}
        rows={[...ofGroups, line({ kind: 'caseload' }, text.caseload, text.everybody)]}
        rowKey={({ subject }) => jointKey(subject, wholeYear(year))}
      />
    </Section>
  )
}
