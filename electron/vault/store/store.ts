import type { Kdf, KdfParams } from './crypto/v1/kdf.ts'
import { type Dice, dice } from './crypto/v1/seal.ts'
import { loadSodium } from './crypto/v1/sodium.ts'
import type { Disk } from './disk.ts'
import { refuseFor, type VaultRefusal } from './finding.ts'
import { noLock, takeLock } from './lock-file.ts'
import { nodeDisk } from './node-disk.ts'
import { openImage } from './open-image.ts'
import type { Store } from './opened-store.ts'
import { lookAtSnapshots } from './seen-snapshots.ts'
import type { Secret } from './unlock.ts'
import { HeldBack, holdsVault, readSmallFiles } from './vault-files.ts'

export { calibrateKdf, chooseKdfParams } from './calibrate-kdf.ts'
export { argon2id } from './crypto/v1/kdf.ts'
export { StoreStopped } from './finding.ts'
export { withoutDestroyed } from './content.ts'
export type { Exported } from './exported.ts'
export { openExported } from './open-exported.ts'
export type { Change, NewRecoverySlot, SlotRefusal } from './opened-store.ts'
export { type PreparedVault, prepareVault } from './prepare-vault.ts'
export type { Kdf, KdfParams, Store, VaultRefusal }

type OpenOptions = {
  kdf: Kdf
  disk?: Disk
  random?: Dice
  /** Opens for reading what another holds, or seems to hold: a lock of another computer, which nobody can ask. */
  reading?: boolean
}

/** Whether a folder holds a vault, be it damaged. */
export const vaultExists = (folder: string, disk: Disk = nodeDisk): Promise<boolean> =>
  holdsVault(disk, folder)

/**
 * Opens a vault and verifies every byte that it relies on. What can be saved is saved and named in `findings`;
 * a refusal leaves the folder as it was. Never makes a vault where there is none.
 */
export async function openVault(
  folder: string,
  secret: Secret,
  { kdf, disk = nodeDisk, random = dice, reading = false }: OpenOptions,
): Promise<Store | VaultRefusal> {
  await loadSodium()
  if (!(await holdsVault(disk, folder))) return { refused: 'no-vault' }
  const taken = await takeLock(disk, folder)
  if (taken === 'in-use' && !reading) return { refused: 'in-use' }
  const lock = taken === 'in-use' ? noLock : taken
  try {
    const image = await readSmallFiles(disk, folder)
    const snapshots = await lookAtSnapshots(disk, folder)
    const store = await openImage({ disk, folder, random, lock }, { image, snapshots }, secret, kdf)
    if ('refused' in store) await lock.release()
    return store
  } catch (error) {
    await lock.release()
    if (error instanceof HeldBack) return refuseFor('damaged', [{ finding: 'damaged', part: error.part }])
    throw error
  }
}
