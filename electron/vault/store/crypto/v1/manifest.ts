import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { readMany, readRef, writeRef } from './entry.ts'
import { paddedSize } from './padding.ts'
import type { RecordRef } from './record.ts'
import { sealOverhead } from './seal.ts'

/** One line of the manifest: which record, and the length and BLAKE2b-256 of its sealed bytes. */
export type ManifestLine = { ref: RecordRef; length: number; hash: Uint8Array }

/** All that a snapshot holds, in the order in which the sealed records follow one another. */
export type Manifest = { lastChangeAt: string; lines: ManifestLine[] }

/** To what a manifest is bound: its vault, its place in the chain, its header and its keyring. */
export type ManifestPlace = {
  vaultId: Uint8Array
  epoch: number
  generation: number
  stateNumber: number
  head: Uint8Array
  headerHash: Uint8Array
  keyringHash: Uint8Array
}

/** 144 bytes. */
export function manifestAssociated(place: ManifestPlace): Uint8Array {
  return new ByteWriter()
    .raw(new TextEncoder().encode('luwte-manifst-v1'))
    .raw(place.vaultId)
    .u32(place.epoch)
    .u32(place.generation)
    .u64(place.stateNumber)
    .raw(place.head)
    .raw(place.headerHash)
    .raw(place.keyringHash)
    .finish()
}

/** With `more` zeros after those that the padding asks for. */
export function encodeManifest({ lastChangeAt, lines }: Manifest, more = 0): Uint8Array {
  const writer = new ByteWriter().text(lastChangeAt).u32(lines.length)
  for (const { ref, length, hash } of lines) {
    writeRef(writer, ref)
    writer.u32(length).raw(hash)
  }
  return writer.zeros(paddedSize(writer.length) - writer.length + more).finish()
}

/** How long a manifest of these lines is once it is sealed, whatever their hashes. */
export const sealedManifestLength = (manifest: Manifest): number =>
  encodeManifest(manifest).length + sealOverhead

/** Throws `Malformed`. */
export function decodeManifest(plain: Uint8Array): Manifest {
  const reader = new ByteReader(plain)
  const lastChangeAt = reader.text()
  const lines = readMany(reader, () => ({
    ref: readRef(reader),
    length: reader.u32(),
    hash: reader.copy(32),
  }))
  reader.padding()
  return { lastChangeAt, lines }
}
