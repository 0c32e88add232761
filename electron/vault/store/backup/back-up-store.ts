import { sameBytes } from '../crypto/v1/checksum.ts'
import type { Store } from '../opened-store.ts'
import type { Anchor } from './anchors.ts'
import { type BackupTarget, backUpToTargets, type TargetOutcome } from './back-up-to-targets.ts'
import type { WriteBackupMeans } from './write-backup.ts'

/**
 * Backs up an open vault as it is now, to one folder after the other; the vault may go on meanwhile. The caller
 * keeps the facts of each proven backup in the vault's ledger, and gives that ledger with the targets next time.
 * `begins` is told of which state the backups will be, and awaited before the first of them is written.
 */
export async function backUpStore(
  store: Pick<Store, 'exportContent' | 'lendBackupKey' | 'keyedHash' | 'destroyedHashes'>,
  targets: readonly BackupTarget[],
  means: WriteBackupMeans,
  begins: (state: Anchor) => Promise<void> = () => Promise.resolve(),
): Promise<TargetOutcome[]> {
  for (;;) {
    const outcomes = await store.lendBackupKey(async (backupKey) => {
      const { snapshot, recordLengths, state } = await store.exportContent()
      // A new epoch that began in between has another backup key, and its backup would open for nobody.
      const isStill = await store.lendBackupKey(async (now) => sameBytes(backupKey, now))
      if (!isStill) return undefined
      const ledgerHash = (message: Uint8Array) => store.keyedHash('ledger', message)
      const destroyed = store.destroyedHashes()
      await begins({ stateNumber: state.stateNumber, head: state.head })
      return backUpToTargets({ snapshot, recordLengths, backupKey, ledgerHash, destroyed }, targets, means)
    })
    if (outcomes) return outcomes
  }
}
