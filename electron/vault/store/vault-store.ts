import { join } from 'node:path'
import type { EntryChange } from './crypto/v1/entry.ts'
import { encodeFrame, frameHash } from './crypto/v1/frame.ts'
import { type Header, parseHeader } from './crypto/v1/header.ts'
import { encodeJournalHead, journalHeadBytes } from './crypto/v1/journal-head.ts'
import { type Kdf, kdfWithinBounds, passphraseBytes } from './crypto/v1/kdf.ts'
import type { Dice } from './crypto/v1/seal.ts'
import { parseSnapshot } from './crypto/v1/snapshot-file.ts'
import { sodium } from './crypto/v1/sodium.ts'
import { type Content, frozenJson, type StoredRecord } from './content.ts'
import type { Appender, Disk } from './disk.ts'
import { type Finding, StoreStopped, stopReason, type VaultRefusal } from './finding.ts'
import type { Keyring, SecretName } from './keyring.ts'
import type { HeldLock } from './lock-file.ts'
import { buildSnapshot, openSnapshot } from './snapshot.ts'
import type { Change, PassphraseChange, Store, StoreState } from './opened-store.ts'
import { type Secret, secretOpens } from './unlock.ts'
import { generationsOf, journalName, replaceFile, snapshotName, writeHeaders } from './vault-files.ts'

/** What an opened vault consists of; made by opening and by preparing, nowhere else. */
export type StoreParts = {
  disk: Disk
  folder: string
  random: Dice
  lock: HeldLock
  keyring: Keyring
  header: Header
  headerBytes: Uint8Array
  content: Content
  findings: Finding[]
  /** The generation whose journal is continued, and how long that journal is. */
  generation: number
  journalSize: number
  /** The newest snapshot known to be whole: everything from this generation on is kept. */
  keepFrom: number
}

const autoSnapshotFrom = 8 * 1024 * 1024
const mostFrameBytes = 512 * 1024 * 1024

function checkName(value: string): void {
  const fits = value.length > 0 && Buffer.byteLength(value) <= 1024 && !/\p{Surrogate}/u.test(value)
  if (!fits) throw new TypeError('an id, kind or scope is empty, too long or not well-formed')
}

/** The open vault; see `Store` for what it promises. */
export class VaultStore implements Store {
  readonly #parts: StoreParts
  #journal: Appender | undefined
  #stopped: StoreStopped['reason'] | undefined
  #closed = false
  #queue: Promise<unknown> = Promise.resolve()
  #autoSnapshotAt = autoSnapshotFrom
  #snapshotBytes = 0

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  /** Opens the journal for appending; after this the store takes changes. */
  async begin(): Promise<void> {
    const { disk, folder, generation } = this.#parts
    this.#journal = await disk.append(join(folder, journalName(generation)))
  }

  /** Refuses changes from now on; what is in memory can still be read. */
  stop(reason: StoreStopped['reason']): void {
    this.#stopped ??= reason
  }

  get state(): StoreState {
    const { stateNumber, head, lastChangeAt } = this.#parts.content
    return {
      vaultId: Buffer.from(this.#parts.keyring.vaultId).toString('hex'),
      stateNumber,
      head: Buffer.from(head).toString('hex'),
      lastChangeAt: lastChangeAt === '' ? null : lastChangeAt,
    }
  }

  get findings(): readonly Finding[] {
    return this.#parts.findings
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

  commit(changes: Change[], at: string): Promise<{ stateNumber: number }> {
    return this.#inTurn(async () => {
      const stateNumber = changes.length > 0 ? await this.#commit(changes, at) : this.state.stateNumber
      return { stateNumber }
    })
  }

  snapshot(): Promise<void> {
    return this.#inTurn(() => this.#snapshot())
  }

  changePassphrase(change: PassphraseChange): Promise<VaultRefusal | undefined> {
    return this.#inTurn(() => this.#changePassphrase(change))
  }

  prove(secret: Secret, kdf: Kdf): Promise<VaultRefusal | undefined> {
    const { header, headerBytes, random } = this.#parts
    return secretOpens(header, headerBytes, secret, kdf, random)
  }

  async close(): Promise<void> {
    this.#stopped ??= 'closed'
    await this.#queue
    if (this.#closed) return
    this.#closed = true
    await this.#journal?.close()
    this.#journal = undefined
    this.#parts.content.records.clear()
    this.#parts.keyring.wipe()
    await this.#parts.lock.release()
  }

  /** One after the other, in the order of asking. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(() => {
      if (this.#stopped) throw new StoreStopped(this.#stopped)
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
    const newKeys = keyring.newKeysFor(kept.map(({ scope }) => scope))
    const records: StoredRecord[] = []
    const sealedChanges = changes.map(({ id, kind, scope, body, schema = 1 }): EntryChange => {
      if (body === null) return { change: 'remove', id, kind, scope }
      const json: string | undefined = JSON.stringify(body)
      if (json === undefined || json === 'null') throw new TypeError('a body is not a JSON value')
      const named = { id, kind, scope, version: sequence, schema }
      const ref = { ...named, keyId: keyring.keyIdOf(scope, newKeys) }
      records.push({ ...named, body: frozenJson(json) })
      return { change: 'put', ref, sealed: keyring.sealRecord(ref, json, newKeys) }
    })
    const sealedKeys = keyring.sealNewKeys(newKeys, sequence)
    const entry = { at, newKeys: sealedKeys, droppedScopes: [], changes: sealedChanges }
    const frame = encodeFrame(sequence, content.head, keyring.sealEntry(entry, sequence, content.head))
    if (frame.length > mostFrameBytes) throw new TypeError('a commit is too large')
    await this.#append(frame)
    keyring.adopt(newKeys)
    for (const { id, body } of changes) if (body === null) content.records.delete(id)
    for (const record of records) content.records.set(record.id, record)
    content.stateNumber = sequence
    content.head = frameHash(frame)
    content.lastChangeAt = at
    if (this.#parts.journalSize > this.#autoSnapshotAt) this.#snapshotSoon()
    return sequence
  }

  async #append(frame: Uint8Array): Promise<void> {
    const journal = this.#journal
    if (!journal) throw new StoreStopped('closed')
    try {
      if ((await journal.size()) !== this.#parts.journalSize) {
        this.stop('changed-outside')
        throw new StoreStopped('changed-outside')
      }
      await journal.append(frame)
      await journal.sync()
    } catch (error) {
      if (error instanceof StoreStopped) throw error
      this.stop(stopReason(error))
      throw new StoreStopped(stopReason(error), error)
    }
    this.#parts.journalSize += frame.length
  }

  #snapshotSoon(): void {
    // If it fails the journal is merely longer; it is tried again once that has grown as much again.
    this.#autoSnapshotAt = this.#parts.journalSize + Math.max(autoSnapshotFrom, this.#snapshotBytes)
    this.#inTurn(() => this.#snapshot()).catch(() => undefined)
  }

  /** Journal first, then the snapshot that it continues: so a snapshot always has its journal. */
  async #snapshot(): Promise<void> {
    const { disk, folder, keyring, content, headerBytes, generation: before } = this.#parts
    // A journal whose snapshot was never finished may bear this number; it is replaced.
    const generation = Math.max(before, ...generationsOf(await disk.list(folder), 'snapshot')) + 1
    const { stateNumber, head } = content
    const start = encodeJournalHead({
      vaultId: keyring.vaultId,
      epoch: keyring.epoch,
      generation,
      stateNumber,
      head,
    })
    const bytes = buildSnapshot(content, generation, headerBytes, keyring)
    try {
      await replaceFile(disk, folder, journalName(generation), start)
      await replaceFile(disk, folder, snapshotName(generation), bytes, (readBack) => this.#proves(readBack))
    } catch (error) {
      throw new StoreStopped(stopReason(error), error)
    }
    await this.#switchTo(generation)
    this.#snapshotBytes = bytes.length
    this.#autoSnapshotAt = Math.max(autoSnapshotFrom, bytes.length / 2)
  }

  #proves(readBack: Uint8Array): boolean {
    const parsed = parseSnapshot(readBack)
    const keyring = this.#parts.keyring.bare()
    const opened = parsed.found === 'snapshot' ? openSnapshot(parsed.file, keyring) : undefined
    keyring.wipe()
    return opened?.records.size === this.#parts.content.records.size
  }

  async #switchTo(generation: number): Promise<void> {
    const { disk, folder, keepFrom } = this.#parts
    try {
      await this.#journal?.close()
      this.#journal = await disk.append(join(folder, journalName(generation)))
    } catch (error) {
      this.stop(stopReason(error))
      throw new StoreStopped(stopReason(error), error)
    }
    Object.assign(this.#parts, { generation, keepFrom: generation, journalSize: journalHeadBytes })
    // A file that cannot be removed now is removed after the next snapshot.
    await this.#prune(keepFrom, generation).catch(() => undefined)
  }

  /** Removes what is older than the snapshot kept before, and snapshots between it and the new one. */
  async #prune(keepFrom: number, newest: number): Promise<void> {
    const { disk, folder } = this.#parts
    const names = await disk.list(folder)
    const snapshots = generationsOf(names, 'snapshot').filter((one) => one < newest && one !== keepFrom)
    const journals = generationsOf(names, 'journal').filter((one) => one < keepFrom)
    const old = [...snapshots.map(snapshotName), ...journals.map(journalName)]
    for (const name of old) await disk.remove(join(folder, name))
  }

  async #changePassphrase(change: PassphraseChange): Promise<VaultRefusal | undefined> {
    const { current, passphrase, params, kdf } = change
    const { disk, folder, keyring, header, random } = this.#parts
    if (!kdfWithinBounds(params)) throw new RangeError('Argon2id parameters out of bounds')
    const refusal = await this.prove(current, kdf)
    if (refusal) return refusal
    const salt = random(16)
    const secret = await kdf(passphraseBytes(passphrase), salt, params)
    const number = Math.max(...header.slots.map((slot) => slot.number)) + 1
    const slot = keyring.wrap(number, 'passphrase', secret, { kdf: params, salt })
    sodium().memzero(secret)
    const slots = [slot, ...header.slots.filter(({ kind }) => kind !== slot.kind)]
    const bytes = keyring.sealHeader({ sequence: header.sequence + 1, kdf: params, salt, slots })
    const parsed = parseHeader(bytes)
    if (parsed.found !== 'header') throw new Error('a header that does not read back')
    try {
      await writeHeaders(disk, folder, bytes)
      Object.assign(this.#parts, { header: parsed.header, headerBytes: bytes })
    } catch (error) {
      // Which of the two passphrases is in force is decided by what reached the disk: open anew and see.
      this.stop(stopReason(error))
      throw new StoreStopped(stopReason(error), error)
    }
    // Two, for the one before is kept too and must not open with the old passphrase.
    await this.#snapshot()
    await this.#snapshot()
    return undefined
  }
}
