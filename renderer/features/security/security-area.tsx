import { Route, Switch } from 'wouter'
import { ChangePassphraseScreen } from './change-passphrase-screen.tsx'
import { CheckResultScreen } from './check-result-screen.tsx'
import { CheckScreen } from './check-screen.tsx'
import { DrillScreen } from './drill-screen.tsx'
import { EnvelopeScreen } from './envelope-screen.tsx'
import { paths } from './paths.ts'
import { RecoveryKeyScreen } from './recovery-key-screen.tsx'
import { RevokeScreen } from './revoke-screen.tsx'
import { RotateScreen } from './rotate-screen.tsx'
import { SecurityScreen } from './security-screen.tsx'

/** Every screen about how the vault is kept. */
export function SecurityArea() {
  return (
    <Switch>
      <Route path={paths.all} component={SecurityScreen} />
      <Route path="/beveiliging/proef/:id">{({ id }) => <DrillScreen key={id} id={id} />}</Route>
      <Route path={paths.check} component={CheckScreen} />
      <Route path={paths.checkResult} component={CheckResultScreen} />
      <Route path={paths.passphrase} component={ChangePassphraseScreen} />
      <Route path={paths.rotate} component={RotateScreen} />
      <Route path={paths.recoveryKey} component={RecoveryKeyScreen} />
      <Route path="/beveiliging/intrekken/:slot">
        {({ slot }) => <RevokeScreen key={slot} slot={Number(slot)} />}
      </Route>
      <Route path={paths.envelope} component={EnvelopeScreen} />
    </Switch>
  )
}
