import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A number that nobody can foresee without the secret, and that a reprint of the same report draws again:
 * HMAC-SHA-256 over report and subject, in hexadecimal. Choices made in the order of these draws cannot be turned
 * around by somebody who knows the program (Minami & Abe 2019).
 */
export function keyedDraw(secret: Uint8Array, reportId: string, subject: string): string {
  return bytesToHex(hmac(sha256, secret, utf8ToBytes(JSON.stringify([reportId, subject]))))
}
