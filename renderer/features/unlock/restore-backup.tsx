import { useState } from 'react'
import { type HostInfo } from '#shared/contracts/host.ts'
import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { restoreText } from '../../locale/restore.ts'
import { GatePage } from './gate-page.tsx'
import { RestoreDone } from './restore-done.tsx'
import { RestoreForm, type RestoredBackup } from './restore-form.tsx'

type Props = {
  info: HostInfo
  /** There is no vault on this computer yet. */
  isFirst: boolean
  onUnlocked: (findings: VaultFinding[]) => void
  onBack: () => void
}

/** Puts a backup back as a vault of its own, and opens it. */
export function RestoreBackup({ info, isFirst, onUnlocked, onBack }: Props) {
  const [restored, setRestored] = useState<RestoredBackup | null>(null)
  if (restored === null)
    return (
      <GatePage info={info} title={restoreText.title}>
        <RestoreForm onRestored={setRestored} onBack={onBack} />
      </GatePage>
    )
  return (
    <GatePage info={info} title={restoreText.doneTitle}>
      <RestoreDone restored={restored} isFirst={isFirst} onUnlocked={onUnlocked} onBack={onBack} />
    </GatePage>
  )
}
