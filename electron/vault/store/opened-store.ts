import type { Kdf, KdfParams } from './crypto/v1/kdf.ts'
import type { Mistyped } from './crypto/v1/recovery-key.ts'
import type { SlotName } from './crypto/v1/slot.ts'
import type { CheckedVaultPart } from './check-vault.ts'
import type { StoredRecord } from './content.ts'
import type { Exported } from './exported.ts'
import type { Finding, VaultRefusal } from './finding.ts'
import type { SecretName } from './keyring.ts'
import type { StoreState } from './store-state.ts'
import type { Secret } from './unlock.ts'

/** A record to put, or with `body: null` to remove. `schema` is the caller's number for the body's shape. */
export type Change = { id: string; kind: string; scope: string; body: unknown; schema?: number }

/** How far something is, in equal steps; told before the first and after each. */
export type Progress = (done: number, of: number) => void

/** An open vault: all records in memory, every change on the disk before it is answered. */
export interface Store {
  readonly state: StoreState
  /** What was not as it was left when the vault was opened, or since; empty after an ordinary day. */
  readonly findings: readonly Finding[]
  /** Which secret this vault was opened with. */
  readonly openedWith: SlotName
  /** All ways in, lowest number first. */
  readonly slots: readonly SlotName[]
  /** Four symbols that tell the key of a slot from every other, and nothing of its secret; empty for no such slot. */
  markOf(slot: number): string
  all(): Iterable<StoredRecord>
  get(id: string): StoredRecord | undefined
  /**
   * All of the changes or none, sealed, appended and fsynced before it resolves; `at` is an ISO instant. A new
   * scope gets its random key in the same frame. Rejects with `StoreStopped` when the disk failed, and with
   * a `TypeError` for a change that cannot be stored, such as one in a scope that was destroyed; of neither
   * anything remains.
   */
  commit(changes: Change[], at: string): Promise<{ stateNumber: number }>
  /** Writes everything anew and starts a new journal; also done when the journal grows long. */
  snapshot(): Promise<void>
  /** A snapshot if the journal holds anything: what was saved since the last one lies in that one file alone. */
  keepTwice(): Promise<void>
  /**
   * Begins a new epoch: a new vault key, new keys for all scopes, everything written anew twice and every earlier
   * file removed. No secret has to be typed. Rejects with `StoreStopped`; cut off at whichever step, the vault
   * opens in the one epoch or the other, and what had begun is finished at the next opening.
   */
  rotate(at: string, progress?: Progress): Promise<void>
  /**
   * Removes all records of the scopes and their keys for good and begins a new epoch, so that nothing in this
   * folder can open them, whatever was known before. Copies elsewhere still open with the secrets of their
   * time; a destroyed scope is remembered, so that such a copy can be destroyed again, and takes no new records.
   * What is to be put in its place, a line about the destruction, is there in the very instant in which the rest is
   * gone: cut off at whichever step, there is never the one without the other.
   */
  destroyScopes(
    scopes: readonly string[],
    at: string,
    progress?: Progress,
    inItsPlace?: readonly Change[],
  ): Promise<void>
  /**
   * Takes over hashes that a later state of this vault remembered, for a vault restored from an older backup, and
   * destroys what it still holds of them. Begins a new epoch.
   */
  rememberDestroyed(hashes: readonly Uint8Array[], at: string, progress?: Progress): Promise<void>
  /** Whether a scope was ever destroyed in this vault. */
  isDestroyed(scope: string): boolean
  /** Keyed hashes of all destroyed scopes, 32 bytes each; only a keyring of this vault can compare with them. */
  destroyedHashes(): Uint8Array[]
  /**
   * Lets a new passphrase in and the old one out, with a new epoch; `current` is the present passphrase or the
   * recovery key. Older backups still open with the older passphrase.
   */
  changePassphrase(change: PassphraseChange): Promise<VaultRefusal | undefined>
  /** Draws another recovery key; nothing changes before it was typed back from paper. At most 8 slots. */
  addRecoverySlot(kind: 'recovery' | 'envelope'): NewRecoverySlot | SlotRefusal
  /**
   * Lets a recovery key in no longer, with a new epoch. Refuses to take the passphrase away (it is changed
   * instead) and the last recovery key. The caller asks for a secret first (`prove`).
   */
  removeSlot(slot: number, at: string, progress?: Progress): Promise<SlotRefusal | undefined>
  /** Asks for a secret once more, before what cannot be undone; a refusal when it does not open this vault. */
  prove(secret: Secret, kdf: Kdf): Promise<VaultRefusal | undefined>
  /** BLAKE2b-256 under a secret that outlives every passphrase and epoch. */
  keyedHash(name: SecretName, message: Uint8Array): Uint8Array
  /**
   * Everything at this moment, sealed as a snapshot, with what a backup of it needs. Never a key. Also when writing
   * here was stopped: a full disk is no reason not to save elsewhere.
   */
  exportContent(): Promise<Exported>
  /** Lends this epoch's backup key until `use` has settled, then wipes it. Not for keeping. */
  lendBackupKey<Result>(use: (backupKey: Uint8Array) => Promise<Result>): Promise<Result>
  /**
   * Reads every file of the vault from the disk anew and compares it with what is open, to the last record. Files that
   * are not as they should be are kept aside and written anew from memory, which holds all that was saved: `mended`
   * says whether that was needed and done; without our lock it is not.
   */
  check(): Promise<{ parts: CheckedVaultPart[]; mended: boolean }>
  /** Waits for what is under way, forgets the keys, lets the vault go. */
  close(): Promise<void>
}

export type PassphraseChange = {
  current: Secret
  passphrase: string
  params: KdfParams
  kdf: Kdf
  at: string
  progress?: Progress
}

/** `last-recovery-key`: without it a forgotten passphrase would be the end. */
export type SlotRefusal = {
  refused: 'no-such-slot' | 'no-room-for-slot' | 'passphrase-stays' | 'last-recovery-key'
}

/** A recovery key that exists in memory and on paper alone until it was typed back. */
export type NewRecoverySlot = {
  readonly slot: number
  readonly recoveryKeyText: string
  /** Tells it from other keys without telling the secret (`markOf`). */
  readonly mark: string
  /** Once rightly typed, the key opens the vault when this resolves; or the groups (from 1) that differ. */
  confirm(typed: string, at: string, progress?: Progress): Promise<{ confirmed: true } | Mistyped>
}
