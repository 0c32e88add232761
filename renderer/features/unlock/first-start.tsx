import { useState } from 'react'
import { type HostInfo } from '#shared/contracts/host.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { vaultText } from '../../locale/vault.ts'
import { KeepRecoveryKey } from '../../ui/secret/keep-recovery-key.tsx'
import { TypeRecoveryKey } from '../../ui/secret/type-recovery-key.tsx'
import { ask } from '../../working-set/client.ts'
import { ChoosePassphrase } from './choose-passphrase.tsx'
import { GatePage } from './gate-page.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'

type Props = { info: HostInfo; onOpened: () => void; onRestore: () => void }

type Step = 'passphrase' | 'keep' | 'type'

/** Makes the vault: a passphrase, a recovery key that is kept on paper, and that key typed back. */
export function FirstStart({ info, onOpened, onRestore }: Props) {
  const [step, setStep] = useState<Step>('passphrase')
  const [drawn, setDrawn] = useState<VaultAnswer<'vault.prepare'>>({ recoveryKey: '', mark: '' })

  switch (step) {
    case 'passphrase':
      return (
        <GatePage info={info} title={vaultText.start.title}>
          <ChoosePassphrase
            onRestore={onRestore}
            onPrepared={(prepared) => {
              setDrawn(prepared)
              setStep('keep')
            }}
          />
        </GatePage>
      )
    case 'keep':
      return (
        <GatePage info={info} title={vaultText.recovery.title}>
          <KeepRecoveryKey
            recoveryKey={drawn.recoveryKey}
            onKept={() => {
              setStep('type')
            }}
          >
            <RecoverySheet {...drawn} />
          </KeepRecoveryKey>
        </GatePage>
      )
    case 'type':
      return (
        <GatePage info={info} title={vaultText.recovery.typeTitle}>
          <TypeRecoveryKey
            onShowAgain={() => {
              setStep('keep')
            }}
            action={vaultText.recovery.action}
            making={vaultText.recovery.making}
            onTyped={async (recoveryKey) => {
              const answer = await ask('vault.create', { recoveryKey })
              if ('refused' in answer) return answer
              onOpened()
              return null
            }}
          />
        </GatePage>
      )
  }
}
