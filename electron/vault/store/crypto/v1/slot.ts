import type { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { checksum, sameBytes } from './checksum.ts'
import { slotKey } from './derive-key.ts'
import type { KdfParams } from './kdf.ts'
import { type Dice, seal, unseal } from './seal.ts'
import { sodium } from './sodium.ts'

const kinds = { passphrase: 1, recovery: 2, envelope: 3 } as const
export type SlotKind = keyof typeof kinds

/** One way in, by its number in the header. */
export type SlotName = { slot: number; kind: SlotKind }

const sealedToPublicKey = 1

/** What stays of a way in from epoch to epoch. `kind` is a number as stored: an unknown kind is kept, never tried. */
export type SlotIdentity = {
  number: number
  kind: number
  commitment: Uint8Array
  publicKey: Uint8Array
}

/** One way in: the vault key of an epoch, sealed so that only the slot's secret opens it. */
export type Slot = SlotIdentity & { wrapping: number; ephemeralKey: Uint8Array; wrapped: Uint8Array }

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

/** The word for a slot's kind; nothing for one that this version does not know. */
export function slotKind({ kind }: SlotIdentity): SlotKind | undefined {
  return (Object.keys(kinds) as SlotKind[]).find((name) => kinds[name] === kind)
}

/** What a header and a keyring keep of a 32-byte secret; neither lets anybody open what is sealed to it. */
export function slotIdentity(
  number: number,
  kind: SlotKind,
  secret: Uint8Array,
): { identity: SlotIdentity; originKey: Uint8Array } {
  const secretKey = slotKey(secret, 'sealing')
  const publicKey = sodium().crypto_scalarmult_base(secretKey)
  sodium().memzero(secretKey)
  const identity = { number, kind: kinds[kind], commitment: slotKey(secret, 'commitment'), publicKey }
  return { identity, originKey: slotKey(secret, 'origin') }
}

/** The key under which a vault key travels to a slot; nothing for a point that no honest writer used. */
function wrappingKey(
  secretKey: Uint8Array,
  otherPublicKey: Uint8Array,
  slot: Slot,
  originKey: Uint8Array,
): Uint8Array | undefined {
  try {
    const shared = sodium().crypto_scalarmult(secretKey, otherPublicKey)
    const input = new ByteWriter().raw(shared).raw(slot.ephemeralKey).raw(slot.publicKey).finish()
    const key = checksum(input, 32, originKey)
    sodium().memzero(shared)
    sodium().memzero(input)
    return key
  } catch {
    // libsodium throws for a point of small order.
    return undefined
  }
}

/** Seals the vault key to a slot. Needs nothing that opens it: not the passphrase, not the paper. */
export function sealVaultKey(
  identity: SlotIdentity,
  originKey: Uint8Array,
  vaultKey: Uint8Array,
  binding: SlotBinding,
  random: Dice,
): Slot {
  const secretKey = random(32)
  const ephemeralKey = sodium().crypto_scalarmult_base(secretKey)
  const { number, kind, commitment, publicKey } = identity
  const named = { number, kind, commitment, publicKey, ephemeralKey }
  const slot: Slot = { ...named, wrapping: sealedToPublicKey, wrapped: new Uint8Array(0) }
  const key = wrappingKey(secretKey, publicKey, slot, originKey)
  sodium().memzero(secretKey)
  if (!key) throw new Error('a slot with a public key that is none')
  const wrapped = seal(vaultKey, slotAssociated(slot, binding), key, random)
  sodium().memzero(key)
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
  if (!sameBytes(slotKey(secret, 'commitment'), slot.commitment)) return 'wrong-secret'
  const secretKey = slotKey(secret, 'sealing')
  const originKey = slotKey(secret, 'origin')
  const key = wrappingKey(secretKey, slot.ephemeralKey, slot, originKey)
  const vaultKey = key && unseal(slot.wrapped, slotAssociated(slot, binding), key)
  for (const used of [secretKey, originKey, key]) if (used) sodium().memzero(used)
  return vaultKey ?? 'tampered'
}

/** The slots that a passphrase, or a recovery key, can open. */
export function slotsFor(slots: Slot[], secret: 'passphrase' | 'recoveryKey'): Slot[] {
  const known = slots.filter((slot) => slot.wrapping === sealedToPublicKey && slotKind(slot) !== undefined)
  return known.filter((slot) => (slotKind(slot) === 'passphrase') === (secret === 'passphrase'))
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
