import { Route, Switch } from 'wouter'
import { CaseScreen } from './case-screen.tsx'
import { CloseScreen } from './close-screen.tsx'
import { DestroyScreen } from './destruction/destroy-screen.tsx'
import { DetailsScreen } from './details-screen.tsx'
import { EntryScreen } from './entry-screen.tsx'
import { NewMeldingScreen } from './new-melding-screen.tsx'
import { PersonsScreen } from './persons-screen.tsx'

/** Every screen of one case, and the one that begins it. */
export function CaseArea() {
  return (
    <Switch>
      <Route path="/casussen/nieuw" component={NewMeldingScreen} />
      <Route path="/casussen/:id">{({ id }) => <CaseScreen key={id} id={id} />}</Route>
      <Route path="/casussen/:id/gegevens">{({ id }) => <DetailsScreen id={id} />}</Route>
      <Route path="/casussen/:id/personen">{({ id }) => <PersonsScreen id={id} />}</Route>
      <Route path="/casussen/:id/afsluiten">{({ id }) => <CloseScreen id={id} />}</Route>
      <Route path="/casussen/:id/vernietigen">{({ id }) => <DestroyScreen id={id} what="case" />}</Route>
      <Route path="/casussen/:id/namen-vernietigen">
        {({ id }) => <DestroyScreen id={id} what="persons" />}
      </Route>
      <Route path="/casussen/:id/moment/:entryId">
        {({ id, entryId }) => <EntryScreen id={id} entryId={entryId} />}
      </Route>
    </Switch>
  )
}
