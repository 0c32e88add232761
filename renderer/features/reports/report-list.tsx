import { useLocation } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { type ReportSummary } from '#shared/reports/annual-report.ts'
import { isOfYear } from '#shared/reports/reported-time.ts'
import { ledgerText } from '../../locale/ledger.ts'
import { reportsText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRows } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { JointReportList } from './joint-report-list.tsx'
import { paths } from './paths.ts'

type Line = { organisation: Organisation; report: ReportSummary | undefined }

const columnsFor = (year: number): Column<Line>[] => [
  {
    key: 'organisation',
    heading: text.columns.organisation,
    cell: ({ organisation }) => (
      <TextLink to={paths.reportOfYear(organisation.id, year)}>{organisation.name}</TextLink>
    ),
  },
  { key: 'status', heading: text.columns.status, cell: ({ report }) => text.statusOf(report) },
]

/** The reports of one year: one for each organisation, and how far it is. */
export function ReportList({ year }: { year: number }) {
  const [, navigate] = useLocation()
  const thisYear = yearOf(useToday())
  const organisations = useRows('organisations')
  const reports = useRows('reports')
  if (organisations === undefined || reports === undefined) return null
  const lines = organisations
    .map((organisation) => ({
      organisation,
      report: reports.find((one) => one.organisationId === organisation.id && isOfYear(one.period, year)),
    }))
    .sort((a, b) => dutchOrder(a.organisation.name, b.organisation.name))
  return (
    <Page title={text.titleOf(year)} lead={text.intro}>
      <p>
        <TextLink to={paths.year(year - 1)}>{text.goToYear(year - 1)}</TextLink>
        {year < thisYear && (
          <>
            {text.between}
            <TextLink to={paths.year(year + 1)}>{text.goToYear(year + 1)}</TextLink>
          </>
        )}
        {text.between}
        <TextLink to={paths.ledger}>{ledgerText.title}</TextLink>
      </p>
      {lines.length === 0 ? (
        <EmptyState
          action={
            <Button
              variant="primary"
              onPress={() => {
                navigate(paths.organisations)
              }}
            >
              {text.toOrganisations}
            </Button>
          }
        >
          {text.empty}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={text.tableLabel(year)}
            columns={columnsFor(year)}
            rows={lines}
            rowKey={({ organisation }) => organisation.id}
          />
          <JointReportList year={year} />
        </>
      )}
    </Page>
  )
}
