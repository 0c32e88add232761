import { checksum } from './crypto/v1/checksum.ts'
import { recoveryAlphabet } from './crypto/v1/recovery-key.ts'

const symbols = 4

/**
 * Four symbols by which a paper key is told from others: on its sheet and in the list of what opens the vault. Made of
 * the public half of the key, which stands in clear in the header: it says nothing of the secret, stays the same in
 * every epoch, and unlike the number of a slot is never given to another key (but for one chance in a million).
 */
export function keyMark(publicKey: Uint8Array): string {
  const hash = checksum(publicKey, 16)
  return Array.from(hash.subarray(0, symbols), (byte) => recoveryAlphabet.charAt(byte & 31)).join('')
}
