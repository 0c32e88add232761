import { encodeJournalHead, journalHeadBytes } from './crypto/v1/journal-head.ts'
import { genesisHash } from './crypto/v1/frame.ts'
import { parseHeader } from './crypto/v1/header.ts'
import { type Kdf, kdfFloor, type KdfParams, kdfWithinBounds, passphraseBytes } from './crypto/v1/kdf.ts'
import { type Mistyped, readRecoveryKey, recoveryKeyText } from './crypto/v1/recovery-key.ts'
import { sameBytes } from './crypto/v1/checksum.ts'
import { type Dice, dice } from './crypto/v1/seal.ts'
import { loadSodium, sodium } from './crypto/v1/sodium.ts'
import type { Content } from './content.ts'
import type { Disk } from './disk.ts'
import { StoreStopped, stopReason, type VaultRefusal } from './finding.ts'
import { Keyring } from './keyring.ts'
import { type HeldLock, takeLock } from './lock-file.ts'
import { nodeDisk } from './node-disk.ts'
import { buildSnapshot } from './snapshot.ts'
import type { Store } from './opened-store.ts'
import { VaultStore } from './vault-store.ts'
import { holdsVault, journalName, readImage, replaceFile, snapshotName, writeHeaders } from './vault-files.ts'
import { join } from 'node:path'

/** A vault that exists in memory alone until its recovery key was typed back from paper. */
export interface PreparedVault {
  readonly recoveryKeyText: string
  /** Right, or the groups (from 1) in which the typed key differs. */
  confirm(typed: string): { confirmed: true } | Mistyped
  /** Writes the vault and opens it; a bug, and an error, before the key was confirmed. */
  write(folder: string, disk?: Disk): Promise<Store | VaultRefusal>
}

/**
 * Makes keys for a new vault and derives the passphrase's, which takes seconds. Nothing reaches the disk before
 * the recovery key was typed back rightly and `write` is called. Throws for KDF parameters out of bounds.
 */
export async function prepareVault(options: {
  passphrase: string
  kdf: Kdf
  /** What Argon2id may cost on this computer; the floor unless it was calibrated. */
  params?: KdfParams
  random?: Dice
}): Promise<PreparedVault> {
  const { passphrase, kdf, params = kdfFloor, random = dice } = options
  if (!kdfWithinBounds(params)) throw new RangeError('Argon2id parameters out of bounds')
  await loadSodium()
  const recoveryKey = random(32)
  const salt = random(16)
  const secret = await kdf(passphraseBytes(passphrase), salt, params)
  const text = recoveryKeyText(recoveryKey)
  let confirmed = false

  /** A second snapshot at once, so that from the first day on there is one before to fall back on. */
  const make = async (disk: Disk, folder: string, lock: HeldLock): Promise<Store> => {
    const vaultKey = random(32)
    const keyring = new Keyring(random(16), 1, vaultKey, random)
    sodium().memzero(vaultKey)
    keyring.begin(2, recoveryKey)
    const slots = [
      keyring.wrap(1, 'passphrase', secret, { kdf: params, salt }),
      keyring.wrap(2, 'recovery', recoveryKey, { kdf: params, salt }),
    ]
    const headerBytes = keyring.sealHeader({ sequence: 1, kdf: params, salt, slots })
    const parsed = parseHeader(headerBytes)
    if (parsed.found !== 'header') throw new Error('a header that does not read back')
    const head = genesisHash(keyring.vaultId)
    const content: Content = { records: new Map(), stateNumber: 0, head, lastChangeAt: '' }
    const start = { vaultId: keyring.vaultId, epoch: 1, generation: 1, stateNumber: 0, head }
    await replaceFile(disk, folder, journalName(1), encodeJournalHead(start))
    await replaceFile(disk, folder, snapshotName(1), buildSnapshot(content, 1, headerBytes, keyring))
    await writeHeaders(disk, folder, headerBytes)
    const place = { disk, folder, random, lock, generation: 1, journalSize: journalHeadBytes, keepFrom: 1 }
    const { header } = parsed
    const store = new VaultStore({ ...place, keyring, header, headerBytes, content, findings: [] })
    await store.snapshot()
    return store
  }

  const write = async (folder: string, disk: Disk = nodeDisk): Promise<Store | VaultRefusal> => {
    if (!confirmed) throw new Error('a vault is written only after its recovery key was typed back')
    await disk.makeFolder(folder)
    const lock = await takeLock(disk, folder)
    if (lock === 'in-use') return { refused: 'in-use' }
    if (lock.unwritable) throw new StoreStopped(lock.unwritable)
    try {
      if (await holdsVault(disk, folder)) {
        await lock.release()
        return { refused: 'vault-exists' }
      }
      const store = await make(disk, folder, lock).catch(async (error: unknown) => {
        // Half a vault that never held anything must not stand in the way of a second try.
        for (const name of (await readImage(disk, folder)).keys()) await disk.remove(join(folder, name))
        throw error instanceof StoreStopped ? error : new StoreStopped(stopReason(error), error)
      })
      sodium().memzero(secret)
      sodium().memzero(recoveryKey)
      return store
    } catch (error) {
      await lock.release()
      throw error
    }
  }

  return {
    recoveryKeyText: text,
    confirm: (typed) => {
      const read = readRecoveryKey(typed)
      if (!(read instanceof Uint8Array)) return read
      confirmed = sameBytes(read, recoveryKey)
      return confirmed ? { confirmed } : { refused: 'wrong-recovery-key', groups: [] }
    },
    write,
  }
}
