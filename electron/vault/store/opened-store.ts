import type { Kdf, KdfParams } from './crypto/v1/kdf.ts'
import type { StoredRecord } from './content.ts'
import type { Finding, VaultRefusal } from './finding.ts'
import type { SecretName } from './keyring.ts'
import type { Secret } from './unlock.ts'

/** A record to put, or with `body: null` to remove. `schema` is the caller's number for the body's shape. */
export type Change = { id: string; kind: string; scope: string; body: unknown; schema?: number }

export type StoreState = {
  vaultId: string
  /** How many commits the vault has borne; the anchor by which a rolled back vault is known. */
  stateNumber: number
  /** Hex of the hash of the last journal frame. */
  head: string
  lastChangeAt: string | null
}

/** An open vault: all records in memory, every change on the disk before it is answered. */
export interface Store {
  readonly state: StoreState
  /** What was not as it was left when the vault was opened; empty after an ordinary day. */
  readonly findings: readonly Finding[]
  all(): Iterable<StoredRecord>
  get(id: string): StoredRecord | undefined
  /**
   * All of the changes or none, sealed, appended and fsynced before it resolves; `at` is an ISO instant. A new
   * scope gets its random key in the same frame. Rejects with `StoreStopped` when the disk failed, and with
   * a `TypeError` for a change that cannot be stored; of neither anything remains.
   */
  commit(changes: Change[], at: string): Promise<{ stateNumber: number }>
  /** Writes everything anew and starts a new journal; also done when the journal grows long. */
  snapshot(): Promise<void>
  /**
   * Lets a new passphrase in and the old one out, in headers and snapshots; `current` is the present passphrase
   * or the recovery key. Older backups still open with the older passphrase.
   */
  changePassphrase(change: PassphraseChange): Promise<VaultRefusal | undefined>
  /** Asks for a secret once more, before what cannot be undone; a refusal when it does not open this vault. */
  prove(secret: Secret, kdf: Kdf): Promise<VaultRefusal | undefined>
  /** BLAKE2b-256 under a secret that outlives every passphrase and epoch. */
  keyedHash(name: SecretName, message: Uint8Array): Uint8Array
  /** Waits for what is under way, forgets the keys, lets the vault go. */
  close(): Promise<void>
}

export type PassphraseChange = { current: Secret; passphrase: string; params: KdfParams; kdf: Kdf }
