import { Route, Switch } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { useToday } from '../../working-set/today.ts'
import { ActivityScreen, NewActivityScreen } from './activity-screen.tsx'
import { YearScreen } from './year-screen.tsx'

/** Every screen under `/uren`. */
export function HoursScreen() {
  const thisYear = yearOf(useToday())
  return (
    <Switch>
      <Route path="/uren">
        <YearScreen year={thisYear} />
      </Route>
      <Route path="/uren/jaar/:year">{({ year }) => <YearScreen year={Number(year)} />}</Route>
      <Route path="/uren/nieuw">
        <NewActivityScreen />
      </Route>
      <Route path="/uren/activiteit/:id">{({ id }) => <ActivityScreen key={id} id={id} />}</Route>
    </Switch>
  )
}
