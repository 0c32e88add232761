import type { Kdf } from '../crypto/v1/kdf.ts'

/**
 * A derivation that costs its seconds once for each salt and cost, however many files ask for it. For one secret
 * and one piece of work: it remembers what it derived for as long as it is referred to.
 */
export function deriveOnce(kdf: Kdf): Kdf {
  const derived = new Map<string, Promise<Uint8Array>>()
  return async (passphrase, salt, params) => {
    const name = `${params.memoryKiB}/${params.passes}/${Buffer.from(salt).toString('hex')}`
    const already = derived.get(name) ?? kdf(passphrase, salt, params)
    derived.set(name, already)
    return (await already).slice()
  }
}
