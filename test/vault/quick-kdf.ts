import { createHash } from 'node:crypto'
import { argon2id, type Kdf } from '../../electron/vault/store/store.ts'

/** Stands in for Argon2id where only its being different for every passphrase and salt matters. */
export const quickKdf: Kdf = (passphrase, salt) =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(salt).update(passphrase).digest()))

/** Argon2id as it is, that computes for the same passphrase, salt and cost only once. */
export function rememberingArgon2id(): Kdf {
  const derived = new Map<string, Uint8Array>()
  return async (passphrase, salt, costs) => {
    const asked = [Buffer.from(passphrase), Buffer.from(salt)].map((one) => one.toString('hex'))
    const name = [...asked, JSON.stringify(costs)].join()
    const known = derived.get(name) ?? (await argon2id(passphrase, salt, costs))
    derived.set(name, known.slice())
    return known.slice()
  }
}
