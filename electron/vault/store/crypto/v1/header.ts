import { ByteReader, Malformed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { checksum, sameBytes } from './checksum.ts'
import type { KdfParams } from './kdf.ts'
import { slotBytes, type Slot, readSlot, writeSlot } from './slot.ts'

/** What the header says in clear: nothing about content, all that is needed to try a secret. */
export type Header = {
  vaultId: Uint8Array
  sequence: number
  epoch: number
  kdf: KdfParams
  salt: Uint8Array
  slots: Slot[]
}

export type ParsedHeader =
  | { found: 'header'; header: Header; bytes: Uint8Array; knownKdf: boolean }
  | { found: 'newer-format'; format: number }
  | { found: 'damaged' }

const magic = new TextEncoder().encode('LUWTEHDR')
const argon2id13 = 2
const fixedBytes = 80
const tailBytes = 96
export const mostSlots = 8

/**
 * The header file: fields, a link (the MAC under the header key of the epoch before, zeros in the first), a MAC
 * under this epoch's, and an unkeyed checksum over all. By its link somebody who only has the secrets of the epoch
 * before knows a genuine successor. The checksum comes last, so that a flipped bit in a MAC too reads as damage
 * and not as somebody's work.
 */
export function encodeHeader(
  header: Header,
  macKey: Uint8Array,
  linkKey: Uint8Array | undefined,
): Uint8Array {
  if (header.slots.length < 1 || header.slots.length > mostSlots) throw new RangeError('1 to 8 slots')
  const writer = new ByteWriter()
    .raw(magic)
    .u16(1)
    .u16(0)
    .u32(fixedBytes + header.slots.length * slotBytes + tailBytes)
    .raw(header.vaultId)
    .u64(header.sequence)
    .u32(header.epoch)
    .u32(argon2id13)
    .u32(header.kdf.memoryKiB)
    .u32(header.kdf.passes)
    .u32(1)
    .u32(header.slots.length)
    .raw(header.salt)
  for (const slot of header.slots) writeSlot(writer, slot)
  const fields = writer.finish()
  const link = linkKey ? checksum(fields, 32, linkKey) : new Uint8Array(32)
  const linked = new ByteWriter().raw(fields).raw(link).finish()
  const signed = new ByteWriter()
    .raw(linked)
    .raw(checksum(linked, 32, macKey))
    .finish()
  return new ByteWriter().raw(signed).raw(checksum(signed)).finish()
}

/**
 * Reads a header without any key. For every format, now and later, the first 16 bytes are magic, format, two
 * reserved bytes and the whole length, and the last 32 are a checksum over all before: only so can a flipped bit
 * be told from a newer format.
 */
export function parseHeader(bytes: Uint8Array): ParsedHeader {
  try {
    const reader = new ByteReader(bytes)
    if (!sameBytes(reader.raw(8), magic)) return { found: 'damaged' }
    const format = reader.u16()
    const reserved = reader.u16()
    if (reader.u32() !== bytes.length || bytes.length < 16 + tailBytes) return { found: 'damaged' }
    const end = bytes.length - 32
    if (!sameBytes(checksum(bytes.subarray(0, end)), bytes.subarray(end))) return { found: 'damaged' }
    if (format > 1) return { found: 'newer-format', format }
    if (format !== 1 || reserved !== 0) return { found: 'damaged' }
    return parseFields(reader, bytes)
  } catch (error) {
    if (error instanceof Malformed) return { found: 'damaged' }
    throw error
  }
}

function parseFields(reader: ByteReader, bytes: Uint8Array): ParsedHeader {
  const vaultId = reader.copy(16)
  const sequence = reader.u64()
  const epoch = reader.u32()
  const algorithm = reader.u32()
  const kdf = { memoryKiB: reader.u32(), passes: reader.u32() }
  const lanes = reader.u32()
  const count = reader.u32()
  const salt = reader.copy(16)
  if (count < 1 || count > mostSlots || reader.left !== count * slotBytes + tailBytes)
    return { found: 'damaged' }
  const slots = Array.from({ length: count }, () => readSlot(reader))
  return {
    found: 'header',
    header: { vaultId, sequence, epoch, kdf, salt, slots },
    bytes,
    knownKdf: algorithm === argon2id13 && lanes === 1,
  }
}

/** Whether a parsed header bears the MAC of the epoch whose header key this is. */
export function headerMacFits(bytes: Uint8Array, macKey: Uint8Array): boolean {
  return macFits(bytes, bytes.length - 64, macKey)
}

/** Whether a parsed header bears the link of a successor to the epoch whose header key this is. */
export function headerLinkFits(bytes: Uint8Array, macKey: Uint8Array): boolean {
  return macFits(bytes, bytes.length - tailBytes, macKey)
}

const macFits = (bytes: Uint8Array, at: number, macKey: Uint8Array): boolean =>
  sameBytes(checksum(bytes.subarray(0, at), 32, macKey), bytes.subarray(at, at + 32))
