import { checksum, sameBytes } from './crypto/v1/checksum.ts'
import { type Manifest, type ManifestLine, sealedManifestLength } from './crypto/v1/manifest.ts'
import { wholeSize } from './crypto/v1/padding.ts'
import { sealedRecordLength } from './crypto/v1/record.ts'
import { encodeSnapshot, type SnapshotFile, snapshotLength } from './crypto/v1/snapshot-file.ts'
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

const noHash = new Uint8Array(32)

/**
 * The bytes of a snapshot of everything, every record sealed anew, and how long each sealed record is. One of generation
 * 0 leaves the folder, and its manifest has so many more zeros that its whole size tells less: at least `atLeast` bytes.
 */
export function buildSnapshot(
  content: Content,
  generation: number,
  headerBytes: Uint8Array,
  keyring: Keyring,
  atLeast = 0,
): { bytes: Uint8Array; recordLengths: number[] } {
  const { stateNumber, head, lastChangeAt } = content
  const sealedKeyring = keyring.sealSelf(generation, stateNumber)
  const planned = Array.from(content.records.values(), ({ body, ...named }): ManifestLine => {
    const ref = { ...named, keyId: keyring.keyIdOf(named.scope) }
    return { ref, length: sealedRecordLength(JSON.stringify(body)), hash: noHash }
  })
  const place = { generation, stateNumber, head, headerBytes, sealedKeyring }
  const lengths = {
    manifestLength: sealedManifestLength({ lastChangeAt, lines: planned }),
    recordsLength: planned.reduce((sum, { length }) => sum + length, 0),
  }
  const length = snapshotLength({ ...place, ...lengths })
  const more = generation === 0 ? wholeSize(Math.max(length, atLeast)) - length : 0
  const start = { ...place, ...lengths, manifestLength: lengths.manifestLength + more }
  const bytes = encodeSnapshot(start, (manifest, records) => {
    let at = 0
    const lines = planned.map(({ ref, length }): ManifestLine => {
      const sealed = keyring.sealRecord(ref, JSON.stringify(content.records.get(ref.id)?.body))
      if (sealed.length !== length) throw new Error('a record of another length than was planned')
      records.set(sealed, at)
      at += length
      return { ref, length, hash: checksum(sealed) }
    })
    manifest.set(keyring.sealManifest({ lastChangeAt, lines }, placeOf(place, keyring), more))
  })
  return { bytes, recordLengths: planned.map(({ length }) => length) }
}

/**
 * Opens every part of a snapshot into `keyring`, which must be bare. Nothing when any seal, hash, length or
 * number does not fit: a snapshot is whole or it is not used.
 */
export function openSnapshot(file: SnapshotFile, keyring: Keyring): Content | undefined {
  const records = new Map<string, StoredRecord>()
  const manifest = openEach(file, keyring, (record) => records.set(record.id, record))
  // An id that occurs twice makes fewer.
  if (!manifest || records.size !== manifest.lines.length) return undefined
  const { stateNumber, head } = file
  return { records, stateNumber, head: head.slice(), lastChangeAt: manifest.lastChangeAt }
}

/** Opens a snapshot as {@link openSnapshot} does and keeps nothing of it; how many records it holds. */
export function countInSnapshot(file: SnapshotFile, keyring: Keyring): number | undefined {
  return openEach(file, keyring, () => undefined)?.lines.length
}

/** Opens part by part and hands each record on as soon as it is verified; the manifest once everything was. */
function openEach(
  file: SnapshotFile,
  keyring: Keyring,
  each: (record: StoredRecord) => void,
): Manifest | undefined {
  if (!keyring.headerFits(file.headerBytes)) return undefined
  if (!keyring.openSelf(file.sealedKeyring, file.generation, file.stateNumber)) return undefined
  const manifest = keyring.openManifest(file.sealedManifest, placeOf(file, keyring))
  if (!manifest) return undefined
  let at = 0
  for (const { ref, length, hash } of manifest.lines) {
    const sealed = file.sealedRecords.subarray(at, at + length)
    at += length
    if (sealed.length !== length || !sameBytes(checksum(sealed), hash)) return undefined
    const json = keyring.openRecord(ref, sealed)
    if (json === undefined) return undefined
    const { keyId: _, ...named } = ref
    each({ ...named, body: frozenJson(json) })
  }
  return at === file.sealedRecords.length ? manifest : undefined
}
