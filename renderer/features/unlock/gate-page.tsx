import './unlock.css'
import { type ReactNode } from 'react'
import { type HostInfo } from '#shared/contracts/host.ts'
import { appText } from '../../locale/app.ts'
import { vaultText } from '../../locale/vault.ts'

/** The page around everything that happens before the vault is open. */
export function GatePage({ info, title, children }: { info: HostInfo; title: string; children: ReactNode }) {
  const reason = appText.startedAfter[info.startedAfter]
  return (
    <div className="gate">
      {!info.runtime.forRealCases && (
        <section className="gate-warning" aria-label={appText.warning}>
          {appText.notForRealCases}
        </section>
      )}
      <main className="gate-main">
        <div>
          <p className="gate-name">{vaultText.name}</p>
          <h1>{title}</h1>
        </div>
        {reason !== '' && <p role="status">{reason}</p>}
        {children}
      </main>
    </div>
  )
}
