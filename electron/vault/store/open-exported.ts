import { sameBytes } from './crypto/v1/checksum.ts'
import { parseHeader } from './crypto/v1/header.ts'
import type { Kdf } from './crypto/v1/kdf.ts'
import { type Dice, dice } from './crypto/v1/seal.ts'
import type { SlotName } from './crypto/v1/slot.ts'
import { parseSnapshot } from './crypto/v1/snapshot-file.ts'
import { loadSodium } from './crypto/v1/sodium.ts'
import type { Content } from './content.ts'
import type { Exported } from './exported.ts'
import { refuseFor, type VaultRefusal } from './finding.ts'
import type { Keyring, SecretName } from './keyring.ts'
import { openSnapshot } from './snapshot.ts'
import { stateOf, type StoreState } from './store-state.ts'
import { type Secret, unlock } from './unlock.ts'

/** Everything in an exported snapshot, opened and verified, in memory. */
export class OpenedExport {
  readonly openedWith: SlotName
  readonly content: Content
  readonly #keyring: Keyring

  constructor(keyring: Keyring, content: Content, openedWith: SlotName) {
    this.#keyring = keyring
    this.content = content
    this.openedWith = openedWith
  }

  get state(): StoreState {
    return stateOf(this.#keyring.vaultId, this.content)
  }

  get epoch(): number {
    return this.#keyring.epoch
  }

  keyedHash(name: SecretName, message: Uint8Array): Uint8Array {
    return this.#keyring.keyedHash(name, message)
  }

  destroyedHashes(): Uint8Array[] {
    return this.#keyring.destroyedHashes()
  }

  /** Whether a scope is among hashes that a later epoch of this vault remembered, or those in here. */
  isDestroyed(scope: string, later: Uint8Array[]): boolean {
    return this.#keyring.isDestroyed(scope) || this.#keyring.isDestroyed(scope, later)
  }

  close(): void {
    this.content.records.clear()
    this.#keyring.wipe()
  }
}

/**
 * Opens an exported snapshot with a secret and nothing else at hand, in whichever process, and verifies every seal
 * of it. `damaged` and `tampered` name the part, `header` or `snapshot`.
 */
export async function openExported(
  { snapshot, headerBytes }: Pick<Exported, 'snapshot' | 'headerBytes'>,
  secret: Secret,
  { kdf, random = dice }: { kdf: Kdf; random?: Dice },
): Promise<OpenedExport | VaultRefusal> {
  await loadSodium()
  const header = parseHeader(headerBytes)
  const file = parseSnapshot(snapshot)
  if (header.found === 'newer-format')
    return { refused: 'newer-format', format: header.format, fields: ['header'] }
  if (file.found === 'newer-format')
    return { refused: 'newer-format', format: file.format, fields: ['snapshot'] }
  if (header.found === 'damaged') return refuseFor('damaged', [{ finding: 'damaged', part: 'header' }])
  if (file.found === 'damaged') return refuseFor('damaged', [{ finding: 'damaged', part: 'snapshot' }])
  const candidates = [{ part: 'header', ...header }]
  const unlocked = await unlock({ candidates, findings: [], newerFormat: undefined }, secret, kdf, random)
  if ('refused' in unlocked) return unlocked
  const { keyring } = unlocked
  const content = sameBytes(file.file.headerBytes, headerBytes) ? openSnapshot(file.file, keyring) : undefined
  if (content) return new OpenedExport(keyring, content, unlocked.openedWith)
  keyring.wipe()
  return refuseFor('tampered', [{ finding: 'tampered', part: 'snapshot' }])
}
