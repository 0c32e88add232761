import { sodium } from './sodium.ts'

const chunk = 1 << 20

/**
 * BLAKE2b of `length` bytes (RFC 7693). Unkeyed it tells damage from intent and nothing more; keyed it is a
 * message authentication code. Fed in pieces of 1 MiB, because WebAssembly memory once grown never shrinks.
 */
export function checksum(bytes: Uint8Array, length: 16 | 32 = 32, key: Uint8Array | null = null): Uint8Array {
  const { crypto_generichash, crypto_generichash_init, crypto_generichash_update, crypto_generichash_final } =
    sodium()
  if (bytes.length <= chunk) return crypto_generichash(length, bytes, key)
  const state = crypto_generichash_init(key, length)
  for (let at = 0; at < bytes.length; at += chunk) {
    crypto_generichash_update(state, bytes.subarray(at, at + chunk))
  }
  return crypto_generichash_final(state, length)
}

/** Equality in constant time; false for different lengths. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && sodium().memcmp(one, other)
}
