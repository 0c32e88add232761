import { Redirect, Route, Switch } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { Year } from '#shared/calendar/period.ts'
import { JointSubject } from '#shared/reports/joint-report.ts'
import { useToday } from '../../working-set/today.ts'
import { JointReportScreen } from './joint-report-screen.tsx'
import { LedgerScreen } from './ledger-screen.tsx'
import { paths, periodFromPath } from './paths.ts'
import { ReportList } from './report-list.tsx'
import { ReportScreen } from './report-screen.tsx'

/** Every screen under `/rapportages`; the list starts at the year that was last completed. */
export function ReportsScreen() {
  const lastYear = yearOf(useToday()) - 1
  return (
    <Switch>
      <Route path="/rapportages">
        <ReportList year={lastYear} />
      </Route>
      <Route path={paths.ledger}>
        <LedgerScreen />
      </Route>
      <Route path="/rapportages/jaar/:year">
        {({ year }) => {
          const parsed = Year.safeParse(Number(year))
          return parsed.success ? <ReportList year={parsed.data} /> : <Redirect to={paths.all} replace />
        }}
      </Route>
      <Route path="/rapportages/concern/:groupId/:period">
        {({ groupId, period }) => <Joint subject={{ kind: 'group', groupId }} period={period} />}
      </Route>
      <Route path="/rapportages/hele-praktijk/:period">
        {({ period }) => <Joint subject={{ kind: 'caseload' }} period={period} />}
      </Route>
      <Route path="/rapportages/:organisationId/:period">
        {({ organisationId, period }) => {
          const named = periodFromPath(period)
          return named !== null ? (
            <ReportScreen
              key={`${organisationId} ${period}`}
              organisationId={organisationId}
              period={named}
            />
          ) : (
            <Redirect to={paths.all} replace />
          )
        }}
      </Route>
    </Switch>
  )
}

/** The joint report that a path names, made anew for each other one. */
function Joint({ subject, period }: { subject: unknown; period: string }) {
  const of = { subject: JointSubject.safeParse(subject).data, period: periodFromPath(period) }
  if (of.subject === undefined || of.period === null) return <Redirect to={paths.all} replace />
  return (
    <JointReportScreen key={paths.joint(of.subject, of.period)} subject={of.subject} period={of.period} />
  )
}
