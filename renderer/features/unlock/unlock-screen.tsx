import { useEffect, useState } from 'react'
import { type HostInfo } from '#shared/contracts/host.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { vaultText } from '../../locale/vault.ts'
import { ask } from '../../working-set/client.ts'
import { Findings } from './findings.tsx'
import { FirstStart } from './first-start.tsx'
import { GatePage } from './gate-page.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { VaultProblem } from './vault-problem.tsx'

type Stage =
  | { stage: 'asking' | 'no-vault' | 'locked' }
  | { stage: 'problem'; refusal: VaultRefusal }
  | { stage: 'findings'; findings: VaultFinding[] }

/** All that can happen before the vault is open: making it, opening it, and hearing why it does not open. */
export function UnlockScreen({ info, onOpened }: { info: HostInfo; onOpened: () => void }) {
  const [stage, setStage] = useState<Stage>({ stage: 'asking' })

  useEffect(() => {
    let isGone = false
    void ask('vault.status', {}).then((status) => {
      if (isGone) return
      if ('refused' in status) setStage({ stage: 'problem', refusal: status })
      else if (status.stage === 'open') onOpened()
      else setStage({ stage: status.stage })
    })
    return () => {
      isGone = true
    }
    // The vault is asked once; whoever opens it says so.
  }, [onOpened])

  switch (stage.stage) {
    case 'asking':
      return null
    case 'no-vault':
      return <FirstStart info={info} onOpened={onOpened} />
    case 'problem':
      return (
        <GatePage info={info} title={vaultText.unlock.title}>
          <VaultProblem refusal={stage.refusal} />
        </GatePage>
      )
    case 'findings':
      return (
        <GatePage info={info} title={vaultText.findings.title}>
          <Findings findings={stage.findings} onContinue={onOpened} />
        </GatePage>
      )
    case 'locked':
      return (
        <GatePage info={info} title={vaultText.unlock.title}>
          <UnlockForm
            onUnlocked={(findings) => {
              if (findings.length === 0) onOpened()
              else setStage({ stage: 'findings', findings })
            }}
          />
        </GatePage>
      )
  }
}
