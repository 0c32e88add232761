import { backUpStore } from '../../electron/vault/store/backup/back-up-store.ts'
import { proveBackup } from '../../electron/vault/store/backup/prove-backup.ts'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import { argon2id, openVault, type Store } from '../../electron/vault/store/store.ts'
import { goldenContent, goldenPassphrase } from './vault-1-story.ts'

/** What was in the vault when the older of the two golden backups was made, and was destroyed before the newer. */
export const goldenDestroyedLater = 'case:4'
export const goldenBackups = {
  older: {
    fileName: 'luwte-08c89648-9-2026-11-21.luwte',
    stateNumber: 9,
    content: [
      ...goldenContent,
      { id: 'straks-weg', kind: 'note', scope: goldenDestroyedLater, version: 9, schema: 1, body: 'vernietigd' },
    ],
  },
  newer: { fileName: 'luwte-08c89648-10-2026-11-22.luwte', stateNumber: 10, content: goldenContent },
}

const backUp = async (store: Store, folder: string, date: string): Promise<void> => {
  const means = { disk: nodeDisk, prove: proveBackup, today: date, now: () => `${date}T18:00:00.000Z` }
  const [outcome] = await backUpStore(store, [{ folder, ledger: [] }], means)
  if (!outcome || 'refused' in outcome.backup) throw new Error('no backup was made')
}

/**
 * Writes both golden backups, and the list of what was destroyed, into an empty folder, from a copy of the golden
 * vault of format 1: the older one was out of reach when a case was destroyed, so it holds that case still.
 */
export async function writeGoldenBackups(vaultFolder: string, folder: string): Promise<void> {
  const store = await openVault(vaultFolder, { passphrase: goldenPassphrase }, { kdf: argon2id })
  if ('refused' in store) throw new Error(store.refused)
  const [later] = goldenBackups.older.content.slice(-1)
  if (!later) throw new Error('no such record')
  const { version: _, ...change } = later
  await store.commit([change], '2026-11-21T17:00:00.000Z')
  await backUp(store, folder, '2026-11-21')
  await store.destroyScopes([goldenDestroyedLater], '2026-11-22T17:00:00.000Z')
  await backUp(store, folder, '2026-11-22')
  await store.close()
}
