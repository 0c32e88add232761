import { checkVault, type CheckedVaultPart } from './check-vault.ts'
import type { EntryChange } from './crypto/v1/entry.ts'
import { encodeFrame, frameHash } from './crypto/v1/frame.ts'
import { journalHeadBytes } from './crypto/v1/journal-head.ts'
import type { Kdf } from './crypto/v1/kdf.ts'
import type { SlotName } from './crypto/v1/slot.ts'
import { frozenJson, type StoredRecord } from './content.ts'
import { type Exported, exportOf } from './exported.ts'
import { type Finding, StoreStopped, type VaultRefusal } from './finding.ts'
import { keyMark } from './key-mark.ts'
import type { SecretName } from './keyring.ts'
import type { EpochPlan } from './next-epoch.ts'
import type {
  Change,
  NewRecoverySlot,
  PassphraseChange,
  Progress,
  SlotRefusal,
  Store,
} from './opened-store.ts'
import type { StoreParts } from './store-parts.ts'
import { stateOf, type StoreState } from './store-state.ts'
import { type Secret, secretOpens } from './unlock.ts'
import { readImage } from './vault-files.ts'
import { VaultWriter } from './vault-writer.ts'
import { drawRecoverySlot, planForPassphrase, refusesRemoval, slotNames } from './ways-in.ts'

const mostFrameBytes = 512 * 1024 * 1024

function checkName(value: string): void {
  const fits = value.length > 0 && Buffer.byteLength(value) <= 1024 && !/\p{Surrogate}/u.test(value)
  if (!fits) throw new TypeError('an id, kind or scope is empty, too long or not well-formed')
}

function jsonOf(body: unknown): string {
  const json: string | undefined = JSON.stringify(body)
  if (json === undefined || json === 'null') throw new TypeError('a body is not a JSON value')
  return json
}

/** The open vault; see `Store` for what it promises. */
export class VaultStore implements Store {
  readonly #parts: StoreParts
  readonly #writer: VaultWriter
  #closed = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor(parts: StoreParts) {
    this.#parts = parts
    this.#writer = new VaultWriter(parts)
  }

  /** Opens the journal for appending; after this the store takes changes. */
  begin(): Promise<void> {
    return this.#writer.begin()
  }

  /** Refuses changes from now on; what is in memory can still be read. */
  stop(reason: StoreStopped['reason']): void {
    this.#writer.stop(reason)
  }

  get state(): StoreState {
    return stateOf(this.#parts.keyring.vaultId, this.#parts.content)
  }

  get findings(): readonly Finding[] {
    return this.#parts.findings
  }

  get openedWith(): SlotName {
    return this.#parts.openedWith
  }

  get slots(): readonly SlotName[] {
    return slotNames(this.#parts.header)
  }

  markOf(slot: number): string {
    const found = this.#parts.header.slots.find(({ number }) => number === slot)
    return found ? keyMark(found.publicKey) : ''
  }

  all(): Iterable<StoredRecord> {
    return this.#parts.content.records.values()
  }

  get(id: string): StoredRecord | undefined {
    return this.#parts.content.records.get(id)
  }

  keyedHash(name: SecretName, message: Uint8Array): Uint8Array {
    return this.#parts.keyring.keyedHash(name, message)
  }

  isDestroyed(scope: string): boolean {
    return this.#parts.keyring.isDestroyed(scope)
  }

  destroyedHashes(): Uint8Array[] {
    return this.#parts.keyring.destroyedHashes()
  }

  commit(changes: Change[], at: string): Promise<{ stateNumber: number }> {
    return this.#inTurn(async () => {
      const stateNumber = changes.length > 0 ? await this.#commit(changes, at) : this.state.stateNumber
      return { stateNumber }
    })
  }

  snapshot(): Promise<void> {
    return this.#inTurn(() => this.#writer.snapshot())
  }

  keepTwice(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#parts.journalSize > journalHeadBytes) await this.#writer.snapshot()
    })
  }

  rotate(at: string, progress?: Progress): Promise<void> {
    return this.#renew(() => ({ at }), progress)
  }

  async destroyScopes(
    scopes: readonly string[],
    at: string,
    progress?: Progress,
    inItsPlace: readonly Change[] = [],
  ): Promise<void> {
    scopes.forEach(checkName)
    const put = inItsPlace.map(({ id, kind, scope, body, schema = 1 }) => {
      for (const name of [id, kind, scope]) checkName(name)
      return { id, kind, scope, schema, body: frozenJson(jsonOf(body)) }
    })
    return this.#renew(() => ({ at, destroy: scopes, put }), progress)
  }

  rememberDestroyed(hashes: readonly Uint8Array[], at: string, progress?: Progress): Promise<void> {
    return this.#renew(() => ({ at, remember: hashes }), progress)
  }

  changePassphrase(change: PassphraseChange): Promise<VaultRefusal | undefined> {
    return this.#inTurn(async () => {
      const refusal = await this.prove(change.current, change.kdf)
      if (refusal) return refusal
      await this.#writer.renew(await planForPassphrase(this.#parts, change), change.progress)
      return undefined
    })
  }

  addRecoverySlot(kind: 'recovery' | 'envelope'): NewRecoverySlot | SlotRefusal {
    return drawRecoverySlot(this.#parts, kind, (plan, progress) => this.#renew(() => plan, progress))
  }

  removeSlot(slot: number, at: string, progress?: Progress): Promise<SlotRefusal | undefined> {
    return this.#inTurn(async () => {
      const refusal = refusesRemoval(this.#parts.header, slot)
      if (!refusal) await this.#writer.renew({ at, expel: slot }, progress)
      return refusal
    })
  }

  prove(secret: Secret, kdf: Kdf): Promise<VaultRefusal | undefined> {
    const { header, headerBytes, random } = this.#parts
    return secretOpens(header, headerBytes, secret, kdf, random)
  }

  exportContent(): Promise<Exported> {
    const turn = this.#queue.then(() => {
      if (this.#closed) throw new StoreStopped('closed')
      return exportOf(this.#parts)
    })
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  check(): Promise<{ parts: CheckedVaultPart[]; mended: boolean }> {
    const turn = this.#queue.then(async () => {
      if (this.#closed) throw new StoreStopped('closed')
      const { disk, folder, lock } = this.#parts
      const held = await lock.look()
      const image = await readImage(disk, folder)
      const lockFound: Finding[] = held === 'ours' ? [] : [{ finding: held, part: 'lock' }]
      const { parts, spoiled } = checkVault(image, this.#parts, lockFound)
      // Without the lock somebody else may be writing here.
      const mended = held === 'ours' && spoiled.size > 0 && (await this.#writer.mend(image, spoiled))
      return { parts, mended }
    })
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  lendBackupKey<Result>(use: (backupKey: Uint8Array) => Promise<Result>): Promise<Result> {
    return this.#parts.keyring.lendBackupKey(use)
  }

  async close(): Promise<void> {
    this.stop('closed')
    await this.#queue
    if (this.#closed) return
    this.#closed = true
    await this.#writer.end()
    this.#parts.content.records.clear()
    this.#parts.keyring.wipe()
    await this.#parts.lock.release()
  }

  #renew(plan: () => EpochPlan, progress?: Progress): Promise<void> {
    return this.#inTurn(() => this.#writer.renew(plan(), progress))
  }

  /** One after the other, in the order of asking. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(() => {
      this.#writer.mustGoOn()
      return work()
    })
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  async #commit(changes: Change[], at: string): Promise<number> {
    const { keyring, content } = this.#parts
    const sequence = content.stateNumber + 1
    if (new Set(changes.map(({ id }) => id)).size < changes.length) throw new TypeError('an id occurs twice')
    for (const { id, kind, scope } of changes) [id, kind, scope].forEach(checkName)
    const kept = changes.filter(({ body }) => body !== null)
    const scopes = new Set(kept.map(({ scope }) => scope))
    // Undoing or repeating a step must not bring back what was destroyed.
    if ([...scopes].some((scope) => keyring.isDestroyed(scope))) throw new TypeError('a scope was destroyed')
    const newKeys = keyring.newKeysFor(scopes)
    const records: StoredRecord[] = []
    const sealedChanges = changes.map(({ id, kind, scope, body, schema = 1 }): EntryChange => {
      if (body === null) return { change: 'remove', id, kind, scope }
      const json = jsonOf(body)
      const named = { id, kind, scope, version: sequence, schema }
      const ref = { ...named, keyId: keyring.keyIdOf(scope, newKeys) }
      records.push({ ...named, body: frozenJson(json) })
      return { change: 'put', ref, sealed: keyring.sealRecord(ref, json, newKeys) }
    })
    const sealedKeys = keyring.sealNewKeys(newKeys, sequence)
    const entry = { at, newKeys: sealedKeys, droppedScopes: [], changes: sealedChanges }
    const frame = encodeFrame(sequence, content.head, keyring.sealEntry(entry, sequence, content.head))
    if (frame.length > mostFrameBytes) throw new TypeError('a commit is too large')
    await this.#writer.append(frame)
    keyring.adopt(newKeys)
    for (const { id, body } of changes) if (body === null) content.records.delete(id)
    for (const record of records) content.records.set(record.id, record)
    content.stateNumber = sequence
    content.head = frameHash(frame)
    content.lastChangeAt = at
    if (this.#writer.snapshotIsDue()) this.snapshot().catch(() => undefined)
    return sequence
  }
}
