import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { ask } from './client.ts'
import { externalValue, useExternalValue } from './external-value.ts'
import { refreshSecurityOverview } from './security-overview.ts'

type Outcome = VaultAnswer<'backup.run'>['targets'][number]

/** What is going on with backups, or what the last round of them came to since the vault was opened. */
export type BackupRound = { isRunning: boolean; last: Outcome[] | VaultRefusal | null }

const round = externalValue<BackupRound>({ isRunning: false, last: null })

let running: Promise<BackupRound['last']> | null = null

/** Makes and proves a backup in every place that is there; while that is being done already, answers what it comes to. */
export function backUpNow(): Promise<BackupRound['last']> {
  running ??= backUp().finally(() => {
    running = null
  })
  return running
}

async function backUp(): Promise<BackupRound['last']> {
  round.set({ isRunning: true, last: null })
  const answer = await ask('backup.run', {})
  const last = 'refused' in answer ? answer : answer.targets
  round.set({ isRunning: false, last })
  await refreshSecurityOverview()
  return last
}

/** Forgets what the last round came to: the places it speaks of are not the same any more. */
export function forgetBackupRound(): void {
  if (!round.get().isRunning) round.set({ isRunning: false, last: null })
}

/** The round of backups that goes on, and the last one. */
export function useBackupRound(): BackupRound {
  return useExternalValue(round)
}
