import { rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sameBytes } from '../crypto/v1/checksum.ts'
import type { Kdf } from '../crypto/v1/kdf.ts'
import { dice } from '../crypto/v1/seal.ts'
import type { Content, StoredRecord } from '../content.ts'
import type { Disk } from '../disk.ts'
import { StoreStopped } from '../finding.ts'
import { type EpochPlan, nextEpoch } from '../next-epoch.ts'
import { nodeDisk } from '../node-disk.ts'
import type { StoreState } from '../store-state.ts'
import { openVault } from '../store.ts'
import type { Secret } from '../unlock.ts'
import { writeFirst, writeNewVault } from '../write-new-vault.ts'
import { answeringDisk } from './answering.ts'
import { type BackupRefusal, codeOf, targetRefusal, type TargetRefusal } from './backup-refusal.ts'
import { deriveOnce } from './derive-once.ts'
import { destroyedListName, type ListState, mostListBytes, readDestroyedList } from './destroyed-list.ts'
import { differingRecords } from './drill-backup.ts'
import { openBackupFile, type OpenedBackup } from './open-backup.ts'

/**
 * A vault that was made from a backup. `destroyedAgain` names the scopes that the backup still had and a list
 * remembers as destroyed; then the vault is one state further than its backup, in an epoch of its own. `lists` says
 * of each folder how its list was found: where it is not whole, what was destroyed since the backup may be back.
 */
export type Restored = {
  state: StoreState
  records: number
  destroyedAgain: string[]
  lists: { folder: string; list: ListState }[]
}

/** `not-restored`: what was written did not open as what the backup holds, and was taken away again. */
export type RestoreRefusal = BackupRefusal | TargetRefusal | { refused: 'folder-not-empty' | 'not-restored' }

export type RestoreMeans = {
  kdf: Kdf
  /** This instant, ISO 8601 in UTC. */
  at: string
  disk?: Disk
  /** Other folders of backups within reach, whose lists of what was destroyed count too. */
  otherTargets?: string[]
  /** What is put besides when the vault begins an epoch of its own, with what the backup holds in hand. */
  putAlso?: (content: Content) => NonNullable<EpochPlan['put']>
  /** A vault that is open, and the hashes of what was destroyed in it: they count when the backup is one of its own. */
  openVault?: { vaultId: Uint8Array; destroyed: Uint8Array[] }
}

/** Gathers what the lists beside the backup, and in other folders, remember of this vault. */
async function readLists(
  { keyring }: OpenedBackup,
  folders: string[],
  disk: Disk,
): Promise<{ remember: Uint8Array[]; lists: Restored['lists'] }> {
  const remember: Uint8Array[] = []
  const lists: Restored['lists'] = []
  for (const folder of folders) {
    const list = join(folder, destroyedListName)
    const bytes = await answeringDisk(disk, folder)
      .read(list, mostListBytes)
      .catch(() => undefined)
    const ledgerHash = (message: Uint8Array) => keyring.keyedHash('ledger', message)
    const { list: found, hashes } = readDestroyedList(bytes, keyring.vaultId, ledgerHash)
    lists.push({ folder, list: found })
    remember.push(...hashes)
  }
  return { remember, lists }
}

/** In memory, before a byte is written: without what was destroyed since, and remembering it. */
function destroyAgain(
  opened: OpenedBackup,
  remember: Uint8Array[],
  { at, putAlso = () => [] }: Pick<RestoreMeans, 'at' | 'putAlso'>,
): { begin: OpenedBackup; destroyedAgain: string[] } {
  const { keyring, content } = opened
  const known = new Set(keyring.destroyedHashes().map((hash) => Buffer.from(hash).toString('hex')))
  if (remember.every((hash) => known.has(Buffer.from(hash).toString('hex'))))
    return { begin: opened, destroyedAgain: [] }
  const scopes = new Set([...content.records.values()].map(({ scope }) => scope))
  const destroyedAgain = [...scopes].filter((scope) => keyring.isDestroyed(scope, remember))
  return {
    begin: { ...nextEpoch(opened, { at, remember, put: putAlso(content) }), openedWith: opened.openedWith },
    destroyedAgain,
  }
}

/**
 * Makes a vault of its own from a backup, in a folder that does not exist or is empty: never over another, never
 * merged. What was destroyed since is destroyed again before a byte is written. The folder gets its name when the
 * vault in it was opened and equals the backup record by record; until then it is called `….restoring`, and a try
 * that was cut off leaves nothing else. `path` lies in a folder of backups, whose list of what was destroyed counts.
 */
export async function restoreBackup(
  path: string,
  secret: Secret,
  intoFolder: string,
  means: RestoreMeans,
): Promise<Restored | RestoreRefusal> {
  const { kdf, disk = nodeDisk, otherTargets = [], openVault } = means
  if ((await disk.list(intoFolder)).length > 0) return { refused: 'folder-not-empty' }
  // Opening the restored vault asks for the same derivation once more.
  const derive = deriveOnce(kdf)
  const opened = await openBackupFile(path, secret, derive)
  if ('refused' in opened) return opened
  const beside = `${intoFolder}.restoring`
  const keyrings = [opened.keyring]
  try {
    const { remember, lists } = await readLists(opened, [...new Set([dirname(path), ...otherTargets])], disk)
    if (openVault && sameBytes(openVault.vaultId, opened.keyring.vaultId))
      remember.push(...openVault.destroyed)
    const { begin, destroyedAgain } = destroyAgain(opened, remember, means)
    keyrings.push(begin.keyring)
    const expected = [...begin.content.records.values()]
    await rm(beside, { recursive: true, force: true })
    const written = await writeNewVault(beside, disk, dice, (place) =>
      writeFirst(place, begin, begin.openedWith),
    )
    if ('refused' in written) return { refused: 'not-restored' }
    const { state } = written
    await written.close()
    if (!(await opensEqual(beside, secret, derive, disk, expected))) {
      await rm(beside, { recursive: true, force: true })
      return { refused: 'not-restored' }
    }
    await rmdir(intoFolder).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
    })
    await disk.rename(beside, intoFolder)
    await disk.syncFolder(dirname(intoFolder)).catch(async (error: unknown) => {
      // What is refused must not turn out to be there after all.
      await rm(intoFolder, { recursive: true, force: true }).catch(() => undefined)
      throw error
    })
    return { state, records: expected.length, destroyedAgain, lists }
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined)
    if (error instanceof StoreStopped)
      return { refused: error.reason === 'disk-full' ? 'disk-full' : 'write-failed' }
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return { refused: 'folder-not-empty' }
    return targetRefusal(error)
  } finally {
    opened.content.records.clear()
    for (const keyring of keyrings) keyring.wipe()
  }
}

/** Opens the new vault as it will be opened, and compares. */
async function opensEqual(
  folder: string,
  secret: Secret,
  kdf: Kdf,
  disk: Disk,
  expected: StoredRecord[],
): Promise<boolean> {
  const store = await openVault(folder, secret, { kdf, disk })
  if ('refused' in store) return false
  const same = store.findings.length === 0 && differingRecords(store.all(), expected).length === 0
  await store.close()
  return same
}
