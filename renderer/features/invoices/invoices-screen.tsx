import { Route, Switch } from 'wouter'
import { InvoiceList } from './invoice-list.tsx'
import { InvoiceScreen } from './invoice-screen.tsx'
import { HoursRunScreen, YearlyRunScreen } from './run-screen.tsx'

/** Every screen under `/facturen`. */
export function InvoicesScreen() {
  return (
    <Switch>
      <Route path="/facturen">
        <InvoiceList />
      </Route>
      <Route path="/facturen/jaar/:year">
        {({ year }) => <YearlyRunScreen key={year} year={Number(year)} />}
      </Route>
      <Route path="/facturen/uren/:year/:half">
        {({ year, half }) => (
          <HoursRunScreen key={`${year}-${half}`} year={Number(year)} half={half === '2' ? 2 : 1} />
        )}
      </Route>
      <Route path="/facturen/factuur/:id">{({ id }) => <InvoiceScreen key={id} id={id} />}</Route>
    </Switch>
  )
}
