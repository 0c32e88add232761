import type { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { sameBytes } from './checksum.ts'
import { slotKey } from './derive-key.ts'
import type { KdfParams } from './kdf.ts'
import { type Dice, seal, unseal } from './seal.ts'
import { sodium } from './sodium.ts'

const kinds = { passphrase: 1, recovery: 2, envelope: 3 } as const
export type SlotKind = keyof typeof kinds

/**
 * One way in. `kind` and `wrapping` are numbers as stored: a slot of an unknown kind or wrapping is kept and
 * never opened. Wrapping 1 is under the slot's own key; 2 is reserved for a vault key sealed to `publicKey`.
 */
export type Slot = {
  number: number
  kind: number
  wrapping: number
  commitment: Uint8Array
  publicKey: Uint8Array
  ephemeralKey: Uint8Array
  wrapped: Uint8Array
}

/** To what a wrapped vault key is bound; a recovery slot is bound to no KDF, so that it survives a new one. */
export type SlotBinding = { vaultId: Uint8Array; epoch: number; kdf: KdfParams; salt: Uint8Array }

export const slotBytes = 172

export function writeSlot(writer: ByteWriter, slot: Slot): void {
  writer
    .u8(slot.number)
    .u8(slot.kind)
    .u8(slot.wrapping)
    .u8(0)
    .raw(slot.commitment)
    .raw(slot.publicKey)
    .raw(slot.ephemeralKey)
    .raw(slot.wrapped)
}

export function readSlot(reader: ByteReader): Slot {
  const [number, kind, wrapping] = [reader.u8(), reader.u8(), reader.u8()]
  reader.u8()
  return {
    number,
    kind,
    wrapping,
    commitment: reader.copy(32),
    publicKey: reader.copy(32),
    ephemeralKey: reader.copy(32),
    wrapped: reader.copy(72),
  }
}

/** The X25519 public half that belongs to a recovery secret. */
export function recoveryPublicKey(secret: Uint8Array): Uint8Array {
  const secretKey = slotKey(secret, 'sealing')
  const publicKey = sodium().crypto_scalarmult_base(secretKey)
  sodium().memzero(secretKey)
  return publicKey
}

/** Wraps the vault key under a slot's 32-byte secret. */
export function wrapVaultKey(
  number: number,
  kind: SlotKind,
  secret: Uint8Array,
  vaultKey: Uint8Array,
  binding: SlotBinding,
  random: Dice,
): Slot {
  const slot: Slot = {
    number,
    kind: kinds[kind],
    wrapping: 1,
    commitment: slotKey(secret, 'commitment'),
    publicKey: kind === 'passphrase' ? new Uint8Array(32) : recoveryPublicKey(secret),
    ephemeralKey: new Uint8Array(32),
    wrapped: new Uint8Array(72),
  }
  const wrapping = slotKey(secret, 'wrapping')
  const wrapped = seal(vaultKey, slotAssociated(slot, binding), wrapping, random)
  sodium().memzero(wrapping)
  return { ...slot, wrapped }
}

/**
 * `wrong-secret` when the commitment does not fit; `tampered` when it does and the vault key still does not
 * open, which no typing error can cause.
 */
export function unwrapVaultKey(
  slot: Slot,
  secret: Uint8Array,
  binding: SlotBinding,
): Uint8Array | 'wrong-secret' | 'tampered' {
  const commitment = slotKey(secret, 'commitment')
  if (!sameBytes(commitment, slot.commitment)) return 'wrong-secret'
  const wrapping = slotKey(secret, 'wrapping')
  const vaultKey = unseal(slot.wrapped, slotAssociated(slot, binding), wrapping)
  sodium().memzero(wrapping)
  return vaultKey ?? 'tampered'
}

/** The slots that a passphrase, or a recovery key, can open. */
export function slotsFor(slots: Slot[], secret: 'passphrase' | 'recoveryKey'): Slot[] {
  return slots.filter(
    ({ kind, wrapping }) => wrapping === 1 && (kind === kinds.passphrase) === (secret === 'passphrase'),
  )
}

function slotAssociated(slot: Slot, binding: SlotBinding): Uint8Array {
  const writer = new ByteWriter()
    .raw(new TextEncoder().encode('luwte-slot-v1\0\0\0'))
    .raw(binding.vaultId)
    .u32(binding.epoch)
    .u8(slot.number)
    .u8(slot.kind)
    .u8(slot.wrapping)
    .u8(0)
  if (slot.kind === kinds.passphrase) {
    writer.u32(binding.kdf.memoryKiB).u32(binding.kdf.passes).raw(binding.salt)
  } else {
    writer.zeros(24)
  }
  return writer.raw(slot.publicKey).raw(slot.ephemeralKey).finish()
}
