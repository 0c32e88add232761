import { sameBytes } from './crypto/v1/checksum.ts'
import { genesisHash } from './crypto/v1/frame.ts'
import { parseHeader } from './crypto/v1/header.ts'
import { type Kdf, kdfFloor, type KdfParams, kdfWithinBounds, passphraseBytes } from './crypto/v1/kdf.ts'
import { type Mistyped, readRecoveryKey, recoveryKeyText } from './crypto/v1/recovery-key.ts'
import { type Dice, dice } from './crypto/v1/seal.ts'
import { slotIdentity } from './crypto/v1/slot.ts'
import { loadSodium, sodium } from './crypto/v1/sodium.ts'
import type { Content } from './content.ts'
import type { Disk } from './disk.ts'
import type { VaultRefusal } from './finding.ts'
import { keyMark } from './key-mark.ts'
import { Keyring } from './keyring.ts'
import { nodeDisk } from './node-disk.ts'
import type { Store } from './opened-store.ts'
import { type Place, writeFirst, writeNewVault } from './write-new-vault.ts'

const passphraseSlot = { slot: 1, kind: 'passphrase' } as const
const recoverySlot = 2

/** A vault that exists in memory alone until its recovery key was typed back from paper. */
export interface PreparedVault {
  readonly recoveryKeyText: string
  /** Tells that key from other ones without telling the secret. */
  readonly mark: string
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

  const make = (place: Place): Promise<Store> => {
    const vaultKey = random(32)
    const keyring = new Keyring(random(16), 1, vaultKey, random)
    sodium().memzero(vaultKey)
    keyring.begin()
    const slots = [
      keyring.admit(1, 'passphrase', secret),
      keyring.admit(recoverySlot, 'recovery', recoveryKey),
    ]
    const headerBytes = keyring.sealHeader({ sequence: 1, kdf: params, salt, slots })
    const parsed = parseHeader(headerBytes)
    if (parsed.found !== 'header') throw new Error('a header that does not read back')
    const head = genesisHash(keyring.vaultId)
    const content: Content = { records: new Map(), stateNumber: 0, head, lastChangeAt: '' }
    return writeFirst(place, { keyring, header: parsed.header, headerBytes, content }, passphraseSlot)
  }

  const write = async (folder: string, disk: Disk = nodeDisk): Promise<Store | VaultRefusal> => {
    if (!confirmed) throw new Error('a vault is written only after its recovery key was typed back')
    const store = await writeNewVault(folder, disk, random, make)
    if ('refused' in store) return store
    sodium().memzero(secret)
    sodium().memzero(recoveryKey)
    return store
  }

  return {
    recoveryKeyText: text,
    mark: keyMark(slotIdentity(recoverySlot, 'recovery', recoveryKey).identity.publicKey),
    confirm: (typed) => {
      const read = readRecoveryKey(typed)
      if (!(read instanceof Uint8Array)) return read
      confirmed = sameBytes(read, recoveryKey)
      return confirmed ? { confirmed } : { refused: 'wrong-recovery-key', groups: [] }
    },
    write,
  }
}
