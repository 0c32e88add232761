import { loadSodium, sodium } from './sodium.ts'

/** The cost of Argon2id: memory in KiB, and passes over it. One lane, always. */
export type KdfParams = { memoryKiB: number; passes: number }

/** Turns a passphrase (NFKC, UTF-8) and a salt of 16 bytes into 32 bytes. May run in another process. */
export type Kdf = (passphrase: Uint8Array, salt: Uint8Array, params: KdfParams) => Promise<Uint8Array>

export const kdfFloor: KdfParams = { memoryKiB: 256 * 1024, passes: 3 }
export const kdfCeiling: KdfParams = { memoryKiB: 1024 * 1024, passes: 10 }

/**
 * True between 256 MiB / 3 passes and 1 GiB / 10 passes. Asked before anything is allocated, so that a header
 * that was lowered (to make guessing cheap) or raised (to make the computer choke) is refused unread.
 */
export function kdfWithinBounds({ memoryKiB, passes }: KdfParams): boolean {
  return (
    Number.isInteger(memoryKiB) &&
    Number.isInteger(passes) &&
    memoryKiB >= kdfFloor.memoryKiB &&
    memoryKiB <= kdfCeiling.memoryKiB &&
    passes >= kdfFloor.passes &&
    passes <= kdfCeiling.passes
  )
}

/** The passphrase as bytes: NFKC, so that an é typed on another keyboard is the same é. */
export function passphraseBytes(passphrase: string): Uint8Array {
  return new TextEncoder().encode(passphrase.normalize('NFKC'))
}

/**
 * Argon2id version 1.3 (RFC 9106) of 32 bytes. Takes 1 to 3 seconds and grows this process's WebAssembly memory
 * for good: run it in a process that ends. Throws outside the bounds.
 */
export const argon2id: Kdf = async (passphrase, salt, params) => {
  if (!kdfWithinBounds(params)) throw new RangeError('Argon2id parameters out of bounds')
  await loadSodium()
  const { crypto_pwhash, crypto_pwhash_ALG_ARGON2ID13 } = sodium()
  return crypto_pwhash(
    32,
    passphrase,
    salt,
    params.passes,
    params.memoryKiB * 1024,
    crypto_pwhash_ALG_ARGON2ID13,
  )
}
