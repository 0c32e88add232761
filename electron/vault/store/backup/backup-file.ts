import { ByteReader, Malformed } from '../crypto/v1/byte-reader.ts'
import { ByteWriter } from '../crypto/v1/byte-writer.ts'
import { checksum, sameBytes } from '../crypto/v1/checksum.ts'
import { type Header, parseHeader } from '../crypto/v1/header.ts'
import { parseSnapshot, type SnapshotFile } from '../crypto/v1/snapshot-file.ts'
import { type BackupRefusal, damaged, tampered } from './backup-refusal.ts'
import { openStream, sealedLength, sealStream } from './backup-stream.ts'

/** What a backup says in clear before its sealed content: enough to try a secret, and to tell a rolled back vault. */
export type Beginning = {
  vaultId: Uint8Array
  epoch: number
  stateNumber: number
  head: Uint8Array
  contentLength: number
  anchorSeal: Uint8Array
  headerBytes: Uint8Array
  /** How long all of it is, its checksum included; the sealed content follows. */
  length: number
  checksum: Uint8Array
}

/** A backup taken apart without any key; its checksums fit. */
export type BackupFile = { beginning: Beginning; header: Header; knownKdf: boolean; sealed: Uint8Array }

/** BLAKE2b-256 of a message under the vault's lasting secret `ledger`. */
export type LedgerHash = (message: Uint8Array) => Uint8Array

const magic = new TextEncoder().encode('LUWTEBCK')
const anchorTag = new TextEncoder().encode('luwte-anchor-v1\0')
const boundTag = new TextEncoder().encode('luwte-backup-v1\0')
const fixedBytes = 120
const checksumBytes = 32
/** No beginning is longer, with as many slots as a header may have. */
export const mostBeginningBytes = 4096
export const leastBackupBytes = fixedBytes + 2 * checksumBytes

/** What the ledger's secret vouches for, in every epoch: tag, vault, epoch, state and head. */
export function anchorMessage(
  place: Pick<Beginning, 'vaultId' | 'epoch' | 'stateNumber' | 'head'>,
): Uint8Array {
  return new ByteWriter()
    .raw(anchorTag)
    .raw(place.vaultId)
    .u32(place.epoch)
    .u32(0)
    .u64(place.stateNumber)
    .raw(place.head)
    .finish()
}

const boundTo = (beginning: Pick<Beginning, 'checksum'>): Uint8Array =>
  new ByteWriter().raw(boundTag).raw(beginning.checksum).finish()

/**
 * The bytes of a backup of a snapshot, which must be whole: header copy in clear, the snapshot sealed under the
 * backup key of its epoch and bound to all that is in clear. Throws for bytes that are no snapshot.
 */
export function encodeBackup(
  snapshot: Uint8Array,
  backupKey: Uint8Array,
  ledgerHash: LedgerHash,
): Uint8Array {
  const parsed = parseSnapshot(snapshot)
  const header = parsed.found === 'snapshot' ? parseHeader(parsed.file.headerBytes) : undefined
  if (parsed.found !== 'snapshot' || header?.found !== 'header') throw new TypeError('not a whole snapshot')
  const { stateNumber, head, headerBytes } = parsed.file
  const { vaultId, epoch } = header.header
  const fields = new ByteWriter()
    .raw(magic)
    .u16(1)
    .u16(0)
    .u32(fixedBytes + headerBytes.length + checksumBytes)
    .raw(vaultId)
    .u32(epoch)
    .u32(headerBytes.length)
    .u64(stateNumber)
    .u64(snapshot.length)
    .raw(head)
    .raw(ledgerHash(anchorMessage({ vaultId, epoch, stateNumber, head })))
    .raw(headerBytes)
    .finish()
  const beginningSum = checksum(fields)
  const sealedAt = fields.length + checksumBytes
  const beforeEnd = sealedAt + sealedLength(snapshot.length)
  const whole = new Uint8Array(beforeEnd + checksumBytes)
  whole.set(fields)
  whole.set(beginningSum, fields.length)
  const bound = boundTo({ checksum: beginningSum })
  sealStream(snapshot, bound, backupKey, whole.subarray(sealedAt, beforeEnd))
  whole.set(checksum(whole.subarray(0, beforeEnd)), beforeEnd)
  return whole
}

/** A file that looks like a backup, half its magic being right: then wrong bytes are damage, not another kind of file. */
const looksLikeBackup = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && magic.filter((byte, index) => bytes[index] === byte).length >= 4

/**
 * Reads what stands at the start of a backup, whose whole size in bytes is `size`. A format that is not this one
 * is only known to be newer once the checksum at the end was seen: then `format` is answered.
 */
export function parseBeginning(
  start: Uint8Array,
  size: number,
): Beginning | BackupRefusal | { format: number } {
  if (!looksLikeBackup(start)) return { refused: 'not-a-backup' }
  if (!sameBytes(start.subarray(0, 8), magic)) return damaged('beginning')
  try {
    const reader = new ByteReader(start)
    reader.raw(8)
    const format = reader.u16()
    if (format > 1) return { format }
    const reserved = reader.u16()
    const length = reader.u32()
    if (length > mostBeginningBytes || length < fixedBytes + checksumBytes) return damaged('beginning')
    if (length > start.length) return damaged('end')
    const sum = start.slice(length - checksumBytes, length)
    if (!sameBytes(checksum(start.subarray(0, length - checksumBytes)), sum)) return damaged('beginning')
    const [vaultId, epoch, headerLength] = [reader.copy(16), reader.u32(), reader.u32()]
    const [stateNumber, contentLength] = [reader.u64(), reader.u64()]
    const [head, anchorSeal] = [reader.copy(32), reader.copy(32)]
    if (format !== 1 || reserved !== 0 || fixedBytes + headerLength + checksumBytes !== length)
      return tampered('beginning')
    const total = length + sealedLength(contentLength) + checksumBytes
    if (size !== total) return damaged(size < total ? 'end' : 'after-end')
    const headerBytes = reader.copy(headerLength)
    return {
      vaultId,
      epoch,
      stateNumber,
      head,
      contentLength,
      anchorSeal,
      headerBytes,
      length,
      checksum: sum,
    }
  } catch (error) {
    if (error instanceof Malformed) return damaged(size < fixedBytes ? 'end' : 'beginning')
    throw error
  }
}

const endFits = (bytes: Uint8Array): boolean => {
  const end = bytes.length - checksumBytes
  return end > 0 && sameBytes(checksum(bytes.subarray(0, end)), bytes.subarray(end))
}

/** Takes a whole backup apart without any key. */
export function parseBackup(bytes: Uint8Array): BackupFile | BackupRefusal {
  const beginning = parseBeginning(bytes.subarray(0, mostBeginningBytes), bytes.length)
  if ('refused' in beginning) return beginning
  if ('format' in beginning)
    return endFits(bytes) ? { refused: 'newer-format', format: beginning.format } : damaged('beginning')
  if (!endFits(bytes)) return damaged('content')
  const parsed = parseHeader(beginning.headerBytes)
  if (parsed.found === 'newer-format') return { refused: 'newer-format', format: parsed.format }
  if (parsed.found === 'damaged') return tampered('header')
  const { header, knownKdf } = parsed
  if (!sameBytes(header.vaultId, beginning.vaultId) || header.epoch !== beginning.epoch)
    return tampered('header')
  const sealed = bytes.subarray(beginning.length, bytes.length - checksumBytes)
  return { beginning, header, knownKdf, sealed }
}

/** The snapshot in a backup, opened with the backup key of its epoch, whole and agreeing with what is in clear. */
export function openBackup(
  { beginning, sealed }: BackupFile,
  backupKey: Uint8Array,
): { snapshot: SnapshotFile; bytes: Uint8Array } | BackupRefusal {
  const opened = openStream(sealed, boundTo(beginning), backupKey)
  if ('failedChunk' in opened) return tampered(`chunk-${opened.failedChunk}`)
  const parsed = parseSnapshot(opened.content)
  if (parsed.found === 'newer-format') return { refused: 'newer-format', format: parsed.format }
  if (parsed.found === 'damaged') return tampered('content')
  const { stateNumber, head, headerBytes } = parsed.file
  const agrees =
    stateNumber === beginning.stateNumber &&
    sameBytes(head, beginning.head) &&
    sameBytes(headerBytes, beginning.headerBytes)
  return agrees ? { snapshot: parsed.file, bytes: opened.content } : tampered('beginning')
}
