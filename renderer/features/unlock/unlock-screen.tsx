import { useEffect, useState } from 'react'
import { type HostInfo } from '#shared/contracts/host.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { vaultText } from '../../locale/vault.ts'
import { ask } from '../../working-set/client.ts'
import { Findings, findingsTitle } from './findings.tsx'
import { FirstStart } from './first-start.tsx'
import { GatePage } from './gate-page.tsx'
import { RestoreBackup } from './restore-backup.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { VaultProblem } from './vault-problem.tsx'

type Stage =
  | { stage: 'asking' | 'no-vault' }
  | { stage: 'locked'; vaults: string[] }
  | { stage: 'restoring'; isFirst: boolean }
  | { stage: 'problem'; refusal: VaultRefusal }
  | { stage: 'findings'; findings: VaultFinding[] }

/** All that can happen before the vault is open: making it, opening it, and hearing why it does not open. */
export function UnlockScreen({ info, onOpened }: { info: HostInfo; onOpened: () => void }) {
  const [stage, setStage] = useState<Stage>({ stage: 'asking' })

  useEffect(() => {
    // The vault is asked at the start, and again by whoever may have put another beside it; whoever opens one says so.
    if (stage.stage !== 'asking') return
    let isGone = false
    void ask('vault.status', {}).then((status) => {
      if (isGone) return
      if ('refused' in status) setStage({ stage: 'problem', refusal: status })
      else if (status.stage === 'open') onOpened()
      else if (status.stage === 'no-vault') setStage({ stage: 'no-vault' })
      else setStage({ stage: 'locked', vaults: status.vaults })
    })
    return () => {
      isGone = true
    }
  }, [stage.stage, onOpened])

  const unlocked = (findings: VaultFinding[]): void => {
    if (findings.length === 0) onOpened()
    else setStage({ stage: 'findings', findings })
  }

  switch (stage.stage) {
    case 'asking':
      return null
    case 'no-vault':
      return (
        <FirstStart
          info={info}
          onOpened={onOpened}
          onRestore={() => {
            setStage({ stage: 'restoring', isFirst: true })
          }}
        />
      )
    case 'restoring':
      return (
        <RestoreBackup
          info={info}
          isFirst={stage.isFirst}
          onUnlocked={unlocked}
          onBack={() => {
            setStage({ stage: 'asking' })
          }}
        />
      )
    case 'problem':
      return (
        <GatePage info={info} title={vaultText.unlock.title}>
          <VaultProblem refusal={stage.refusal} />
        </GatePage>
      )
    case 'findings':
      return (
        <GatePage info={info} title={findingsTitle(stage.findings)}>
          <Findings findings={stage.findings} onContinue={onOpened} />
        </GatePage>
      )
    case 'locked':
      return (
        <GatePage info={info} title={vaultText.unlock.title}>
          <UnlockForm
            vaults={stage.vaults}
            onUnlocked={unlocked}
            onRestore={() => {
              setStage({ stage: 'restoring', isFirst: false })
            }}
          />
        </GatePage>
      )
  }
}
