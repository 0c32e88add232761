import { sodium } from './sodium.ts'

const slotKeys = { commitment: 1, sealing: 2, origin: 3 } as const
const vaultKeys = { header: 1, keyring: 2, journal: 3, backup: 4, snapshot: 5 } as const

/**
 * What a slot derives from its 32-byte secret (Argon2id's result, or the recovery key itself): the commitment
 * that tells a wrong secret from damage, the X25519 secret key to which the vault key is sealed, and the key that
 * proves such a sealing came from an opened vault.
 */
export function slotKey(secret: Uint8Array, use: keyof typeof slotKeys): Uint8Array {
  return sodium().crypto_kdf_derive_from_key(32, slotKeys[use], 'LuwSlot1', secret)
}

/** Subkeys of the vault key; all of them change with the epoch. */
export function vaultSubkey(vaultKey: Uint8Array, use: keyof typeof vaultKeys): Uint8Array {
  return sodium().crypto_kdf_derive_from_key(32, vaultKeys[use], 'LuwVault', vaultKey)
}
