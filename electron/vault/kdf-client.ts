import type { MessagePortMain } from 'electron'
import type { FromVault } from '#shared/contracts/vault-process.ts'
import type { KdfReply, KdfRequest } from './kdf.ts'
import { makeShortLivedClient } from './short-lived-client.ts'
import type { Kdf } from './store/crypto/v1/kdf.ts'

/**
 * Derives keys in processes of their own, one for each, which main starts when it is told `kdf-wanted` and joins to
 * this one with a port (`arrived`). Rejects when that process fails or ends early.
 */
export function makeKdfClient(tellMain: (message: FromVault) => void): {
  readonly kdf: Kdf
  readonly arrived: (request: number, port: MessagePortMain) => void
} {
  const want = (request: number): void => tellMain({ tell: 'kdf-wanted', request })
  const { ask, arrived } = makeShortLivedClient<KdfRequest, KdfReply>(want)
  const kdf: Kdf = async (passphrase, salt, params) => {
    const reply = await ask({ passphrase, salt, params })
    if ('key' in reply) return reply.key
    throw new Error('The key derivation failed.')
  }
  return { kdf, arrived }
}
