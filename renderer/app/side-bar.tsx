import { useLocation } from 'wouter'
import { attentionIn } from '../features/today/attention.ts'
import { appText } from '../locale/app.ts'
import { Button } from '../ui/button.tsx'
import { host } from '../working-set/host.ts'
import { useRows } from '../working-set/rows.ts'
import { useToday } from '../working-set/today.ts'
import { useVaultState } from '../working-set/vault-state.ts'
import { AREAS } from './areas.ts'
import { BackupLine } from './backup-line.tsx'
import { mayLeave } from './leave-guard.ts'

function WaitingCount() {
  const cases = useRows('cases')
  const today = useToday()
  const { late, dueToday } = attentionIn(cases ?? [], today)
  const count = late.length + dueToday.length
  if (count === 0) return null
  return (
    <span
      className="shell-count"
      aria-label={appText.waiting(count)}
      {...(late.length > 0 ? { 'data-late': '' } : {})}
    >
      {count}
    </span>
  )
}

/** The areas on the left, and at the bottom where the vault stands. */
export function SideBar() {
  const [location] = useLocation()
  const state = useVaultState()
  return (
    <div className="shell-side">
      <header className="shell-brand">
        <span className="shell-name">{appText.name}</span>
        <Button
          variant="plain"
          onPress={() => {
            void host.lock()
          }}
        >
          {appText.lock}
        </Button>
      </header>
      <nav className="shell-nav" aria-label={appText.navigation}>
        {AREAS.map(({ path, name }) => (
          <a
            key={path}
            href={`#${path}`}
            onClick={(event) => {
              if (!mayLeave()) event.preventDefault()
            }}
            {...(location === path || location.startsWith(`${path}/`) ? { 'aria-current': 'page' } : {})}
          >
            {name}
            {path === '/vandaag' && <WaitingCount />}
          </a>
        ))}
      </nav>
      {state !== null && (
        <footer className="shell-state number">
          <BackupLine />
          <p>
            {appText.lastChange(
              state.lastChangeAt === null ? null : new Date(state.lastChangeAt),
              state.stateNumber,
            )}
          </p>
        </footer>
      )}
    </div>
  )
}
