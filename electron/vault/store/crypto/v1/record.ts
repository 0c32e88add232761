import { ByteReader, Malformed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { checksum } from './checksum.ts'
import { paddedSize } from './padding.ts'
import { sealOverhead } from './seal.ts'

/**
 * What identifies one stored state of a record. `version` is the state number of the commit that wrote it, so
 * no two states of a record, removed and made anew or not, ever share one. `schema` is the caller's own number
 * for the shape of the body. `keyId` names the key of the scope.
 */
export type RecordRef = {
  id: string
  kind: string
  scope: string
  version: number
  schema: number
  keyId: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const digest = (text: string): Uint8Array => checksum(encoder.encode(text))

/** 144 bytes, built from what is asked for and never from what lies beside the sealed record. */
export function recordAssociated(vaultId: Uint8Array, ref: RecordRef): Uint8Array {
  return new ByteWriter()
    .raw(encoder.encode('luwte-record-v1\0'))
    .raw(vaultId)
    .raw(digest(ref.scope))
    .raw(digest(ref.id))
    .raw(digest(ref.kind))
    .u64(ref.version)
    .u32(ref.schema)
    .u32(ref.keyId)
    .finish()
}

/** The plaintext of a record: length, JSON in UTF-8, zeros up to the padded size. */
export function encodeBody(json: string): Uint8Array {
  const bytes = encoder.encode(json)
  const writer = new ByteWriter().u32(bytes.length).raw(bytes)
  return writer.zeros(paddedSize(writer.length) - writer.length).finish()
}

/** How long a record of this JSON text is once it is sealed. */
export const sealedRecordLength = (json: string): number =>
  paddedSize(4 + Buffer.byteLength(json)) + sealOverhead

/** The JSON text in a record's plaintext; throws `Malformed`. */
export function decodeBody(plain: Uint8Array): string {
  const reader = new ByteReader(plain)
  const json = reader.raw(reader.u32())
  reader.padding()
  try {
    return decoder.decode(json)
  } catch {
    throw new Malformed('a record is not UTF-8')
  }
}
