import { ByteReader, Malformed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { checksum, sameBytes } from './checksum.ts'

/** A snapshot taken apart without any key. */
export type SnapshotFile = {
  generation: number
  stateNumber: number
  head: Uint8Array
  headerBytes: Uint8Array
  sealedKeyring: Uint8Array
  sealedManifest: Uint8Array
  sealedRecords: Uint8Array
}

export type ParsedSnapshot =
  { found: 'snapshot'; file: SnapshotFile } | { found: 'newer-format'; format: number } | { found: 'damaged' }

const magic = new TextEncoder().encode('LUWTESNP')
const fixedBytes = 80
const checksumBytes = 32

/** What stands in a snapshot before its manifest, and how long manifest and records will be. */
export type SnapshotStart = Omit<SnapshotFile, 'sealedManifest' | 'sealedRecords'> & {
  manifestLength: number
  recordsLength: number
}

/** How long a snapshot of these parts is. */
export const snapshotLength = (file: SnapshotStart): number =>
  fixedBytes +
  file.headerBytes.length +
  file.sealedKeyring.length +
  file.manifestLength +
  file.recordsLength +
  checksumBytes

/**
 * Fields, header copy, keyring, manifest, records, and a checksum over all of it: one buffer of its final size, in which
 * `fill` puts manifest and records, so that a large vault is sealed in memory once and not several times.
 */
export function encodeSnapshot(
  file: SnapshotStart,
  fill: (manifest: Uint8Array, records: Uint8Array) => void,
): Uint8Array {
  const start = new ByteWriter()
    .raw(magic)
    .u16(1)
    .u16(0)
    .u32(file.generation)
    .u64(file.stateNumber)
    .raw(file.head)
    .u32(file.headerBytes.length)
    .u32(file.sealedKeyring.length)
    .u32(file.manifestLength)
    .zeros(12)
    .raw(file.headerBytes)
    .raw(file.sealedKeyring)
    .finish()
  const recordsAt = start.length + file.manifestLength
  const end = recordsAt + file.recordsLength
  const whole = new Uint8Array(end + checksumBytes)
  whole.set(start)
  fill(whole.subarray(start.length, recordsAt), whole.subarray(recordsAt, end))
  whole.set(checksum(whole.subarray(0, end)), end)
  return whole
}

/**
 * Takes a snapshot apart. For every format, now and later, magic and format come first and the last 32 bytes
 * are the checksum over all before.
 */
export function parseSnapshot(bytes: Uint8Array): ParsedSnapshot {
  try {
    if (bytes.length < fixedBytes + 32 || !sameBytes(bytes.subarray(0, 8), magic)) return { found: 'damaged' }
    const end = bytes.length - 32
    if (!sameBytes(checksum(bytes.subarray(0, end)), bytes.subarray(end))) return { found: 'damaged' }
    const reader = new ByteReader(bytes.subarray(8, end))
    const format = reader.u16()
    if (format > 1) return { found: 'newer-format', format }
    if (format !== 1) return { found: 'damaged' }
    reader.unused(2)
    const [generation, stateNumber, head] = [reader.u32(), reader.u64(), reader.raw(32)]
    const lengths = [reader.u32(), reader.u32(), reader.u32()] as const
    reader.unused(12)
    const headerBytes = reader.raw(lengths[0])
    const sealedKeyring = reader.raw(lengths[1])
    const sealedManifest = reader.raw(lengths[2])
    const sealedRecords = reader.raw(reader.left)
    return {
      found: 'snapshot',
      file: { generation, stateNumber, head, headerBytes, sealedKeyring, sealedManifest, sealedRecords },
    }
  } catch (error) {
    if (error instanceof Malformed) return { found: 'damaged' }
    throw error
  }
}

/** Where the header copy lies, trusted for nothing: used when both header files are beyond reading. */
export function headerInsideSnapshot(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < fixedBytes + 32 || !sameBytes(bytes.subarray(0, 8), magic)) return undefined
  const length = new ByteReader(bytes.subarray(56, 60)).u32()
  return fixedBytes + length <= bytes.length ? bytes.subarray(fixedBytes, fixedBytes + length) : undefined
}
