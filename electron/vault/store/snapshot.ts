import { checksum, sameBytes } from './crypto/v1/checksum.ts'
import type { Manifest, ManifestLine } from './crypto/v1/manifest.ts'
import { encodeSnapshot, type SnapshotFile } from './crypto/v1/snapshot-file.ts'
import { type Content, frozenJson, type StoredRecord } from './content.ts'
import type { Keyring } from './keyring.ts'

type Place = Pick<SnapshotFile, 'generation' | 'stateNumber' | 'head' | 'headerBytes' | 'sealedKeyring'>

const placeOf = (file: Place, keyring: Keyring) => ({
  vaultId: keyring.vaultId,
  epoch: keyring.epoch,
  generation: file.generation,
  stateNumber: file.stateNumber,
  head: file.head,
  headerHash: checksum(file.headerBytes),
  keyringHash: checksum(file.sealedKeyring),
})

/** The bytes of a snapshot of everything, every record sealed anew, and how long each sealed record is. */
export function buildSnapshot(
  content: Content,
  generation: number,
  headerBytes: Uint8Array,
  keyring: Keyring,
): { bytes: Uint8Array; recordLengths: number[] } {
  const { stateNumber, head, lastChangeAt } = content
  const sealedKeyring = keyring.sealSelf(generation, stateNumber)
  const records: Uint8Array[] = []
  const lines: ManifestLine[] = []
  for (const { body, ...named } of content.records.values()) {
    const ref = { ...named, keyId: keyring.keyIdOf(named.scope) }
    const sealed = keyring.sealRecord(ref, JSON.stringify(body))
    records.push(sealed)
    lines.push({ ref, length: sealed.length, hash: checksum(sealed) })
  }
  const place = { generation, stateNumber, head, headerBytes, sealedKeyring }
  const sealedManifest = keyring.sealManifest({ lastChangeAt, lines }, placeOf(place, keyring))
  const bytes = encodeSnapshot({ ...place, sealedManifest }, records)
  return { bytes, recordLengths: lines.map(({ length }) => length) }
}

/**
 * Opens every part of a snapshot into `keyring`, which must be bare. Nothing when any seal, hash, length or
 * number does not fit: a snapshot is whole or it is not used.
 */
export function openSnapshot(file: SnapshotFile, keyring: Keyring): Content | undefined {
  if (!keyring.headerFits(file.headerBytes)) return undefined
  if (!keyring.openSelf(file.sealedKeyring, file.generation, file.stateNumber)) return undefined
  const manifest = keyring.openManifest(file.sealedManifest, placeOf(file, keyring))
  const records = manifest && openRecords(manifest, file.sealedRecords, keyring)
  if (!manifest || !records) return undefined
  const { stateNumber, head } = file
  return { records, stateNumber, head: head.slice(), lastChangeAt: manifest.lastChangeAt }
}

function openRecords(
  { lines }: Manifest,
  sealedRecords: Uint8Array,
  keyring: Keyring,
): Map<string, StoredRecord> | undefined {
  const records = new Map<string, StoredRecord>()
  let at = 0
  for (const { ref, length, hash } of lines) {
    const sealed = sealedRecords.subarray(at, at + length)
    at += length
    if (sealed.length !== length || !sameBytes(checksum(sealed), hash)) return undefined
    const json = keyring.openRecord(ref, sealed)
    if (json === undefined || records.has(ref.id)) return undefined
    const { keyId: _, ...named } = ref
    records.set(ref.id, { ...named, body: frozenJson(json) })
  }
  return at === sealedRecords.length ? records : undefined
}
