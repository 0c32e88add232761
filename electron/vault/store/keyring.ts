import { Malformed } from './crypto/v1/byte-reader.ts'
import { checksum, sameBytes } from './crypto/v1/checksum.ts'
import { vaultSubkey } from './crypto/v1/derive-key.ts'
import { decodeEntry, type Entry, encodeEntry, entryAssociated } from './crypto/v1/entry.ts'
import { encodeHeader, type Header, headerLinkFits, headerMacFits, parseHeader } from './crypto/v1/header.ts'
import {
  decodeKeyring,
  decodeNewKeys,
  destroyedScopeMessage,
  encodeKeyring,
  encodeNewKeys,
  keyringAssociated,
  type KeyringContent,
  newKeysAssociated,
  type ScopeKey,
} from './crypto/v1/keys-part.ts'
import { decodeManifest, encodeManifest, type Manifest, manifestAssociated } from './crypto/v1/manifest.ts'
import type { ManifestPlace } from './crypto/v1/manifest.ts'
import { decodeBody, encodeBody, recordAssociated, type RecordRef } from './crypto/v1/record.ts'
import { type Dice, seal, unseal } from './crypto/v1/seal.ts'
import { sealVaultKey, type SlotIdentity, slotIdentity, type SlotKind } from './crypto/v1/slot.ts'
import { sodium } from './crypto/v1/sodium.ts'
import { ScopeKeys } from './scope-keys.ts'

/** Secrets that outlive every epoch, for keyed hashes only. */
export type SecretName = 'ledger' | 'destroyed-ids' | 'disclosure-control'

type KeyUse = 'vault' | 'header' | 'keyring' | 'journal' | 'snapshot'

const secretNames: SecretName[] = ['ledger', 'destroyed-ids', 'disclosure-control']

/** Anything that does not parse although it was sealed by us counts as not opening. */
function decoded<Value>(
  plain: Uint8Array | undefined,
  decode: (plain: Uint8Array) => Value,
): Value | undefined {
  if (!plain) return undefined
  try {
    return decode(plain)
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

/**
 * The sole holder of key bytes: the vault key, its subkeys, and (in `ScopeKeys`) one random key per scope. Others
 * ask it to seal and open; it never hands a key out.
 */
export class Keyring {
  readonly vaultId: Uint8Array
  readonly epoch: number
  readonly #keys: Record<KeyUse, Uint8Array>
  #wiped = false
  readonly #random: Dice
  #content: Omit<KeyringContent, 'nextKeyId' | 'scopes'> = {
    previousHeaderKey: new Uint8Array(32),
    secrets: [],
    slots: [],
    destroyed: [],
  }
  #scopes = new ScopeKeys(1)

  constructor(vaultId: Uint8Array, epoch: number, vaultKey: Uint8Array, random: Dice) {
    this.vaultId = vaultId
    this.epoch = epoch
    this.#random = random
    this.#keys = {
      vault: vaultKey.slice(),
      header: vaultSubkey(vaultKey, 'header'),
      keyring: vaultSubkey(vaultKey, 'keyring'),
      journal: vaultSubkey(vaultKey, 'journal'),
      snapshot: vaultSubkey(vaultKey, 'snapshot'),
    }
  }

  /** Keys that were wiped are zeros, under which nothing may ever be sealed. */
  #key(use: KeyUse): Uint8Array {
    if (this.#wiped) throw new Error('a keyring is used after it was wiped')
    return this.#keys[use]
  }

  /** Fills a new vault's keyring with the lasting secrets. */
  begin(): void {
    this.#content.secrets = secretNames.map((name) => ({ name, key: this.#random(32) }))
  }

  /**
   * The keyring of the epoch after this one: a new vault key, and new keys for those of the scopes that stay. What
   * must never change is carried over: the lasting secrets, the ways in, and what was destroyed.
   */
  next(scopes: Iterable<string>): Keyring {
    const vaultKey = this.#random(32)
    const next = new Keyring(this.vaultId, this.epoch + 1, vaultKey, this.#random)
    sodium().memzero(vaultKey)
    next.#content = {
      previousHeaderKey: this.#key('header').slice(),
      secrets: this.#content.secrets.map(({ name, key }) => ({ name, key: key.slice() })),
      slots: this.#content.slots.map((slot) => ({ ...slot, originKey: slot.originKey.slice() })),
      destroyed: [...this.#content.destroyed],
    }
    next.#scopes = new ScopeKeys(this.#scopes.nextKeyId)
    next.adopt(next.newKeysFor(scopes))
    return next
  }

  /** Lets a secret of 32 bytes in from the next header on, in place of what had the number before. */
  admit(number: number, kind: SlotKind, secret: Uint8Array): SlotIdentity {
    const { identity, originKey } = slotIdentity(number, kind, secret)
    this.expel(number)
    this.#content.slots.push({ number, publicKey: identity.publicKey, originKey })
    return identity
  }

  /** Forgets what later epochs would need of a slot. */
  expel(number: number): void {
    this.#content.slots = this.#content.slots.filter((slot) => slot.number !== number)
  }

  /** A header that lets exactly these slots in. */
  sealHeader(header: Omit<Header, 'vaultId' | 'epoch' | 'slots'> & { slots: SlotIdentity[] }): Uint8Array {
    const { vaultId, epoch } = this
    const binding = { vaultId, epoch, kdf: header.kdf, salt: header.salt }
    const slots = header.slots.map((identity) => {
      const keys = this.#content.slots.find(({ number }) => number === identity.number)
      if (!keys || !sameBytes(keys.publicKey, identity.publicKey)) throw new Error('a slot without its keys')
      return sealVaultKey(identity, keys.originKey, this.#key('vault'), binding, this.#random)
    })
    const linkKey = epoch > 1 ? this.#content.previousHeaderKey : undefined
    return encodeHeader({ ...header, slots, vaultId, epoch }, this.#key('header'), linkKey)
  }

  headerFits(bytes: Uint8Array): boolean {
    return headerMacFits(bytes, this.#key('header'))
  }

  /** Whether a parsed header is the genuine one of the epoch after this. */
  isNextHeader(bytes: Uint8Array): boolean {
    return headerLinkFits(bytes, this.#key('header'))
  }

  /** Whether a header is the genuine one of the epoch before; known once the keyring was opened. */
  isPreviousHeader(bytes: Uint8Array): boolean {
    const parsed = parseHeader(bytes)
    // In the first epoch the key is zeros, under which anybody makes a MAC.
    if (this.epoch === 1 || parsed.found !== 'header' || parsed.header.epoch !== this.epoch - 1) return false
    return headerMacFits(bytes, this.#content.previousHeaderKey)
  }

  sealSelf(generation: number, stateNumber: number): Uint8Array {
    const plain = encodeKeyring({
      ...this.#content,
      nextKeyId: this.#scopes.nextKeyId,
      scopes: this.#scopes.all(),
    })
    const associated = keyringAssociated(this.vaultId, this.epoch, generation, stateNumber)
    const sealed = seal(plain, associated, this.#key('keyring'), this.#random)
    sodium().memzero(plain)
    return sealed
  }

  /** Takes over the keys of a snapshot; false when they do not open. */
  openSelf(sealed: Uint8Array, generation: number, stateNumber: number): boolean {
    const associated = keyringAssociated(this.vaultId, this.epoch, generation, stateNumber)
    const plain = unseal(sealed, associated, this.#key('keyring'))
    const opened = decoded(plain, decodeKeyring)
    if (plain) sodium().memzero(plain)
    if (!opened) return false
    const { nextKeyId, scopes, ...content } = opened
    this.#content = content
    this.#scopes = new ScopeKeys(nextKeyId)
    this.#scopes.adopt(scopes)
    return true
  }

  /** Random keys for those of the scopes that have none; they count only once adopted. */
  newKeysFor(scopes: Iterable<string>): ScopeKey[] {
    return this.#scopes.newFor(scopes, this.#random)
  }

  adopt(keys: ScopeKey[]): void {
    this.#scopes.adopt(keys)
  }

  sealNewKeys(keys: ScopeKey[], sequence: number): Uint8Array {
    if (keys.length === 0) return new Uint8Array(0)
    const plain = encodeNewKeys(keys)
    const associated = newKeysAssociated(this.vaultId, this.epoch, sequence)
    const sealed = seal(plain, associated, this.#key('keyring'), this.#random)
    sodium().memzero(plain)
    return sealed
  }

  openNewKeys(sealed: Uint8Array, sequence: number): ScopeKey[] | undefined {
    if (sealed.length === 0) return []
    const associated = newKeysAssociated(this.vaultId, this.epoch, sequence)
    return decoded(unseal(sealed, associated, this.#key('keyring')), decodeNewKeys)
  }

  /** The number of the scope's key, from those adopted or the new ones given. */
  keyIdOf(scope: string, fresh: ScopeKey[] = []): number {
    return this.#scopes.ofScope(scope, fresh).keyId
  }

  sealRecord(ref: RecordRef, json: string, fresh: ScopeKey[] = []): Uint8Array {
    const found = this.#scopes.ofRecord(ref, fresh)
    if (!found) throw new Error('a record without a key')
    return seal(encodeBody(json), recordAssociated(this.vaultId, ref), found.key, this.#random)
  }

  /** The JSON text of a record, or nothing when its key is gone or its seal does not fit. */
  openRecord(ref: RecordRef, sealed: Uint8Array): string | undefined {
    const found = this.#scopes.ofRecord(ref)
    return found && decoded(unseal(sealed, recordAssociated(this.vaultId, ref), found.key), decodeBody)
  }

  sealEntry(entry: Entry, sequence: number, previous: Uint8Array): Uint8Array {
    const associated = entryAssociated(this.vaultId, this.epoch, sequence, previous)
    return seal(encodeEntry(entry), associated, this.#key('journal'), this.#random)
  }

  openEntry(sealed: Uint8Array, sequence: number, previous: Uint8Array): Entry | undefined {
    const associated = entryAssociated(this.vaultId, this.epoch, sequence, previous)
    return decoded(unseal(sealed, associated, this.#key('journal')), decodeEntry)
  }

  sealManifest(manifest: Manifest, place: ManifestPlace, more: number): Uint8Array {
    const plain = encodeManifest(manifest, more)
    return seal(plain, manifestAssociated(place), this.#key('snapshot'), this.#random)
  }

  openManifest(sealed: Uint8Array, place: ManifestPlace): Manifest | undefined {
    return decoded(unseal(sealed, manifestAssociated(place), this.#key('snapshot')), decodeManifest)
  }

  /** BLAKE2b-256 of a message under one of the lasting secrets. */
  keyedHash(name: SecretName, message: Uint8Array): Uint8Array {
    const secret = this.#content.secrets.find((one) => one.name === name)
    if (!secret) throw new Error('a keyring without its secrets')
    return checksum(message, 32, secret.key)
  }

  /** By which a destroyed scope is remembered without its name. */
  readonly destroyedHash = (scope: string): Uint8Array =>
    this.keyedHash('destroyed-ids', destroyedScopeMessage(scope))

  /** Whether a scope is among these hashes, which a keyring of the same vault made in whichever epoch. */
  isDestroyed(scope: string, hashes: readonly Uint8Array[] = this.#content.destroyed): boolean {
    if (hashes.length === 0) return false
    const hash = this.destroyedHash(scope)
    return hashes.some((one) => sameBytes(one, hash))
  }

  /** Remembers hashes; whoever does so begins an epoch without the keys of those scopes. */
  rememberDestroyed(hashes: readonly Uint8Array[]): void {
    const { destroyed } = this.#content
    for (const hash of hashes)
      if (!destroyed.some((one) => sameBytes(one, hash))) destroyed.push(hash.slice())
  }

  destroyedHashes(): Uint8Array[] {
    return this.#content.destroyed.map((hash) => hash.slice())
  }

  /** Lends the key under which this epoch's backups are sealed, until `use` has settled. */
  async lendBackupKey<Result>(use: (backupKey: Uint8Array) => Promise<Result>): Promise<Result> {
    const lent = vaultSubkey(this.#key('vault'), 'backup')
    try {
      return await use(lent)
    } finally {
      sodium().memzero(lent)
    }
  }

  /** A keyring with the same vault key and no scopes yet, to prove a snapshot with. */
  bare(): Keyring {
    return new Keyring(this.vaultId, this.epoch, this.#key('vault'), this.#random)
  }

  /** Overwrites every key; copies in WebAssembly memory only go when the process ends. */
  wipe(): void {
    const { secrets, slots, previousHeaderKey } = this.#content
    const keys = [...Object.values(this.#keys), ...secrets.map(({ key }) => key)]
    keys.push(previousHeaderKey, ...slots.map(({ originKey }) => originKey))
    for (const key of keys) sodium().memzero(key)
    this.#content.secrets = []
    this.#scopes.wipe()
    this.#wiped = true
  }
}
