import { Route, Switch } from 'wouter'
import { ContractScreen } from './contract-screen.tsx'
import { DetailsScreen, NewOrganisationScreen } from './details-screen.tsx'
import { LocationScreen, NewLocationScreen } from './location-screen.tsx'
import { OrganisationScreen } from './organisation-screen.tsx'
import { OrganisationList } from './organisation-list.tsx'
import { RegisterScreen } from './register-screen.tsx'

/** Every screen under `/organisaties`; what each is about stands in the path. */
export function OrganisationsScreen() {
  return (
    <Switch>
      <Route path="/organisaties">
        <OrganisationList />
      </Route>
      <Route path="/organisaties/nieuw">
        <NewOrganisationScreen />
      </Route>
      <Route path="/organisaties/:id">{({ id }) => <OrganisationScreen key={id} id={id} />}</Route>
      <Route path="/organisaties/:id/gegevens">{({ id }) => <DetailsScreen key={id} id={id} />}</Route>
      <Route path="/organisaties/:id/contract">{({ id }) => <ContractScreen key={id} id={id} />}</Route>
      <Route path="/organisaties/:id/register">{({ id }) => <RegisterScreen key={id} id={id} />}</Route>
      <Route path="/organisaties/:id/locaties/nieuw">
        {({ id }) => <NewLocationScreen key={id} id={id} />}
      </Route>
      <Route path="/organisaties/:id/locaties/:locationId">
        {({ id, locationId }) => <LocationScreen key={locationId} id={id} locationId={locationId} />}
      </Route>
    </Switch>
  )
}
