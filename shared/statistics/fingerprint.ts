import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'

/** A SHA-256 in lower-case hexadecimal. */
export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
export type Fingerprint = z.infer<typeof Fingerprint>

/** SHA-256 of the canonical JSON text of a value; equal values have equal fingerprints. */
export function fingerprint(value: unknown): Fingerprint {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}
