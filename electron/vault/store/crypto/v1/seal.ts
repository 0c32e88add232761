import { webcrypto } from 'node:crypto'
import { sodium } from './sodium.ts'

/** Random bytes; only tests that need the same bytes twice give another source than the operating system. */
export type Dice = (count: number) => Uint8Array

/** Not by way of libsodium, which asks anew for every four bytes: that took five times as long as sealing itself. */
export const dice: Dice = (count) => webcrypto.getRandomValues(new Uint8Array(count))

/** Bytes that sealing adds: a nonce of 24 in front, a tag of 16 behind. */
export const sealOverhead = 40

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) with a random nonce: nonce ‖ ciphertext ‖ tag. The associated
 * data is never stored; it is built anew from what the reader asked for.
 */
export function seal(plain: Uint8Array, associated: Uint8Array, key: Uint8Array, random: Dice): Uint8Array {
  const nonce = random(24)
  const sealed = sodium().crypto_aead_xchacha20poly1305_ietf_encrypt(plain, associated, null, nonce, key)
  const result = new Uint8Array(24 + sealed.length)
  result.set(nonce)
  result.set(sealed, 24)
  return result
}

/** The plaintext, or nothing when key, associated data or a single bit differ. */
export function unseal(sealed: Uint8Array, associated: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  if (sealed.length < sealOverhead) return undefined
  const nonce = sealed.subarray(0, 24)
  try {
    return sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(24),
      associated,
      nonce,
      key,
    )
  } catch {
    // libsodium has one way to say that a tag does not fit: it throws.
    return undefined
  }
}
