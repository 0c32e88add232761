import { Redirect, Route, Switch } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { Year } from '#shared/calendar/period.ts'
import { useToday } from '../../working-set/today.ts'
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
