import { ByteReader, Malformed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { readMany } from './entry.ts'
import { paddedSize } from './padding.ts'

/** The random key of one scope; dropping it makes every record of the scope unreadable. */
export type ScopeKey = { keyId: number; scope: string; key: Uint8Array }

/**
 * What a later epoch needs to let a secret in without it being typed: the X25519 half to which the new vault key
 * is sealed, and the key that proves that whoever sealed it had the vault open.
 */
export type SlotKeys = { number: number; publicKey: Uint8Array; originKey: Uint8Array }

export type KeyringContent = {
  nextKeyId: number
  /** By which a header of the epoch before is known; zeros in the first. */
  previousHeaderKey: Uint8Array
  secrets: { name: string; key: Uint8Array }[]
  slots: SlotKeys[]
  /** A keyed hash of every scope that was ever destroyed, 32 bytes each. */
  destroyed: Uint8Array[]
  scopes: ScopeKey[]
}

const layout = 1
const encoder = new TextEncoder()

/** 48 bytes that bind the whole keyring to its snapshot. */
export const keyringAssociated = (vaultId: Uint8Array, epoch: number, generation: number, state: number) =>
  new ByteWriter()
    .raw(encoder.encode('luwte-keyring-v1'))
    .raw(vaultId)
    .u32(epoch)
    .u32(generation)
    .u64(state)
    .finish()

/** 48 bytes that bind the keys of new scopes to the journal entry that brings them. */
export const newKeysAssociated = (vaultId: Uint8Array, epoch: number, sequence: number) =>
  new ByteWriter()
    .raw(encoder.encode('luwte-newkeys-v1'))
    .raw(vaultId)
    .u32(epoch)
    .u32(0)
    .u64(sequence)
    .finish()

/** Of which the keyed hash is kept once a scope was destroyed. */
export const destroyedScopeMessage = (scope: string): Uint8Array =>
  new ByteWriter().raw(encoder.encode('luwte-destroyscp')).raw(encoder.encode(scope)).finish()

export function encodeKeyring(content: KeyringContent): Uint8Array {
  const writer = new ByteWriter().u32(layout).u32(content.nextKeyId).raw(content.previousHeaderKey)
  writer.u32(content.secrets.length)
  for (const { name, key } of content.secrets) writer.text(name).raw(key)
  writer.u32(content.slots.length)
  for (const { number, publicKey, originKey } of content.slots) {
    writer.u32(number).raw(publicKey).raw(originKey)
  }
  writer.u32(content.destroyed.length)
  for (const hash of content.destroyed) writer.raw(hash)
  writeScopeKeys(writer, content.scopes)
  return writer.zeros(paddedSize(writer.length) - writer.length).finish()
}

/** Throws `Malformed`. */
export function decodeKeyring(plain: Uint8Array): KeyringContent {
  const reader = new ByteReader(plain)
  if (reader.u32() !== layout) throw new Malformed('a keyring of an unknown layout')
  const nextKeyId = reader.u32()
  const previousHeaderKey = reader.copy(32)
  const secrets = readMany(reader, () => ({ name: reader.text(), key: reader.copy(32) }))
  const slots = readMany(reader, () => ({
    number: reader.u32(),
    publicKey: reader.copy(32),
    originKey: reader.copy(32),
  }))
  const destroyed = readMany(reader, () => reader.copy(32))
  const scopes = readScopeKeys(reader)
  reader.padding()
  return { nextKeyId, previousHeaderKey, secrets, slots, destroyed, scopes }
}

export const encodeNewKeys = (keys: ScopeKey[]): Uint8Array => {
  const writer = new ByteWriter()
  writeScopeKeys(writer, keys)
  return writer.finish()
}

/** Throws `Malformed`. */
export const decodeNewKeys = (plain: Uint8Array): ScopeKey[] => {
  const reader = new ByteReader(plain)
  const keys = readScopeKeys(reader)
  reader.padding()
  return keys
}

function writeScopeKeys(writer: ByteWriter, keys: ScopeKey[]): void {
  writer.u32(keys.length)
  for (const { keyId, scope, key } of keys) writer.u32(keyId).text(scope).raw(key)
}

const readScopeKeys = (reader: ByteReader): ScopeKey[] =>
  readMany(reader, () => ({ keyId: reader.u32(), scope: reader.text(), key: reader.copy(32) }))
