import { join } from 'node:path'
import { encodeJournalHead, journalHeadBytes } from './crypto/v1/journal-head.ts'
import type { Dice } from './crypto/v1/seal.ts'
import type { SlotName } from './crypto/v1/slot.ts'
import type { Disk } from './disk.ts'
import { StoreStopped, stopReason, type VaultRefusal } from './finding.ts'
import { type HeldLock, takeLock } from './lock-file.ts'
import type { NextEpoch } from './next-epoch.ts'
import type { Store } from './opened-store.ts'
import { buildSnapshot } from './snapshot.ts'
import { holdsVault, journalName, readImage, replaceFile, snapshotName, writeHeaders } from './vault-files.ts'
import { VaultStore } from './vault-store.ts'

/** Where a vault lies, and what opening it needs beside a secret. */
export type Place = { disk: Disk; folder: string; random: Dice; lock: HeldLock }

/** Writes all files of a vault that has none yet, and opens it. */
export async function writeFirst(place: Place, begin: NextEpoch, openedWith: SlotName): Promise<Store> {
  const { disk, folder } = place
  const { keyring, content, headerBytes } = begin
  const { vaultId, epoch } = keyring
  const { stateNumber, head } = content
  const start = encodeJournalHead({ vaultId, epoch, generation: 1, stateNumber, head })
  await replaceFile(disk, folder, journalName(1), start)
  const { bytes } = buildSnapshot(content, 1, headerBytes, keyring)
  await replaceFile(disk, folder, snapshotName(1), bytes)
  await writeHeaders(disk, folder, headerBytes)
  const files = { generation: 1, journalSize: journalHeadBytes, keepFrom: 1 }
  const store = new VaultStore({ ...place, ...begin, ...files, openedWith, findings: [] })
  // A second one at once, so that from the first day on there is one before to fall back on.
  await store.snapshot()
  return store
}

/**
 * Takes a folder that holds no vault, makes one in it, and holds its lock. Half a vault that never held anything
 * does not stay behind. Rejects with `StoreStopped` when the disk fails.
 */
export async function writeNewVault(
  folder: string,
  disk: Disk,
  random: Dice,
  make: (place: Place) => Promise<Store>,
): Promise<Store | VaultRefusal> {
  await disk.makeFolder(folder).catch((error: unknown) => {
    throw new StoreStopped(stopReason(error), error)
  })
  const lock = await takeLock(disk, folder)
  if (lock === 'in-use') return { refused: 'in-use' }
  if (lock.unwritable) throw new StoreStopped(lock.unwritable)
  try {
    if (await holdsVault(disk, folder)) {
      await lock.release()
      return { refused: 'vault-exists' }
    }
    return await make({ disk, folder, random, lock }).catch(async (error: unknown) => {
      for (const name of (await readImage(disk, folder)).keys()) await disk.remove(join(folder, name))
      throw error instanceof StoreStopped ? error : new StoreStopped(stopReason(error), error)
    })
  } catch (error) {
    await lock.release()
    throw error
  }
}
