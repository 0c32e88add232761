import { checksum, sameBytes } from '../crypto/v1/checksum.ts'
import { parseHeader } from '../crypto/v1/header.ts'
import { parseSnapshot, type SnapshotFile } from '../crypto/v1/snapshot-file.ts'
import { loadSodium } from '../crypto/v1/sodium.ts'
import { openBackup, parseBackup } from './backup-file.ts'
import { type BackupRefusal, tampered } from './backup-refusal.ts'
import { readBackupFile } from './read-backup-file.ts'

/**
 * What a backup must turn out to hold: which vault, which state, and BLAKE2b-256 of every sealed part. Holds no
 * key and no plaintext, and crosses a port as it is.
 */
export type BackupExpectation = {
  vaultId: Uint8Array
  epoch: number
  stateNumber: number
  head: Uint8Array
  header: Uint8Array
  keyring: Uint8Array
  manifest: Uint8Array
  records: { length: number; hash: Uint8Array }[]
}

/** A backup that was read back; `bytes` is the size of the file. */
export type BackupProof = { proven: true; bytes: number }

/** Proves a file; in the application in a process that ends thereafter. */
export type Prove = (
  path: string,
  backupKey: Uint8Array,
  expected: BackupExpectation,
) => Promise<BackupProof | BackupRefusal>

/**
 * What a backup of a snapshot must hold. `recordLengths` are those of the sealed records in their order, as the
 * manifest lists them. Throws when bytes and lengths do not belong together.
 */
export function expectationOf(snapshot: Uint8Array, recordLengths: number[]): BackupExpectation {
  const parsed = parseSnapshot(snapshot)
  const header = parsed.found === 'snapshot' ? parseHeader(parsed.file.headerBytes) : undefined
  if (parsed.found !== 'snapshot' || header?.found !== 'header') throw new TypeError('not a whole snapshot')
  const { stateNumber, head, headerBytes, sealedKeyring, sealedManifest, sealedRecords } = parsed.file
  let at = 0
  const records = recordLengths.map((length) => {
    at += length
    return { length, hash: checksum(sealedRecords.subarray(at - length, at)) }
  })
  if (at !== sealedRecords.length) throw new TypeError('the lengths of the records do not add up')
  return {
    vaultId: header.header.vaultId,
    epoch: header.header.epoch,
    stateNumber,
    head: head.slice(),
    header: checksum(headerBytes),
    keyring: checksum(sealedKeyring),
    manifest: checksum(sealedManifest),
    records,
  }
}

/**
 * Reads a backup from the disk, opens it with the backup key alone and compares every part, record by record, with
 * what the vault holds. The sealed records are compared as they are, for this process must not be able to open one.
 */
export const proveBackup: Prove = async (path, backupKey, expected) => {
  await loadSodium()
  const bytes = await readBackupFile(path)
  if ('refused' in bytes) return bytes
  const file = parseBackup(bytes)
  if ('refused' in file) return file
  const { vaultId, stateNumber, epoch, head } = file.beginning
  if (!sameBytes(vaultId, expected.vaultId)) return { refused: 'other-vault' }
  if (stateNumber < expected.stateNumber || epoch < expected.epoch) return { refused: 'older-state' }
  if (stateNumber > expected.stateNumber || epoch > expected.epoch) return { refused: 'newer-state' }
  if (!sameBytes(head, expected.head)) return tampered('beginning')
  const opened = openBackup(file, backupKey)
  if ('refused' in opened) return opened
  const differs = firstDifference(opened.snapshot, expected)
  return differs === undefined ? { proven: true, bytes: bytes.length } : tampered(differs)
}

function firstDifference(file: SnapshotFile, expected: BackupExpectation): string | undefined {
  if (!sameBytes(checksum(file.headerBytes), expected.header)) return 'header'
  if (!sameBytes(checksum(file.sealedKeyring), expected.keyring)) return 'keyring'
  if (!sameBytes(checksum(file.sealedManifest), expected.manifest)) return 'manifest'
  let at = 0
  for (const [number, { length, hash }] of expected.records.entries()) {
    const record = file.sealedRecords.subarray(at, at + length)
    at += length
    if (record.length !== length || !sameBytes(checksum(record), hash)) return `record-${number}`
  }
  return at === file.sealedRecords.length ? undefined : `record-${expected.records.length}`
}
