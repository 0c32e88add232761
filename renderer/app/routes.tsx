import { Redirect, Route, Switch } from 'wouter'
import { CaseArea } from '../features/case-file/case-area.tsx'
import { CasesScreen } from '../features/cases/cases-screen.tsx'
import { HoursScreen } from '../features/hours/hours-screen.tsx'
import { InvoicesScreen } from '../features/invoices/invoices-screen.tsx'
import { OrganisationsScreen } from '../features/organisations/organisations-screen.tsx'
import { ReportsScreen } from '../features/reports/reports-screen.tsx'
import { SecurityArea } from '../features/security/security-area.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { TodayScreen } from '../features/today/today-screen.tsx'
import { appText } from '../locale/app.ts'
import { Page } from '../ui/page.tsx'

/** Which screen belongs to which place. What lies below the path of an area is that area's own affair. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/vandaag" replace />
      </Route>
      <Route path="/vandaag" component={TodayScreen} />
      <Route path="/casussen" component={CasesScreen} />
      <Route path="/casussen/*" component={CaseArea} />
      <Route path="/organisaties/*?" component={OrganisationsScreen} />
      <Route path="/uren/*?" component={HoursScreen} />
      <Route path="/rapportages/*?" component={ReportsScreen} />
      <Route path="/facturen/*?" component={InvoicesScreen} />
      <Route path="/beveiliging/*?" component={SecurityArea} />
      <Route path="/instellingen/*?" component={SettingsScreen} />
      <Route>
        <Page title={appText.notFound.title}>
          <p>{appText.notFound.body}</p>
        </Page>
      </Route>
    </Switch>
  )
}
