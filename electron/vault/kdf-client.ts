import type { MessagePortMain } from 'electron'
import type { FromVault } from '#shared/contracts/vault-process.ts'
import type { KdfReply, KdfRequest } from './kdf.ts'
import type { Kdf } from './store/crypto/v1/kdf.ts'

/**
 * Derives keys in processes of their own, one for each, which main starts when it is told `kdf-wanted` and joins to
 * this one with a port (`arrived`). Rejects when that process fails or ends early.
 */
export function makeKdfClient(tellMain: (message: FromVault) => void): {
  readonly kdf: Kdf
  readonly arrived: (request: number, port: MessagePortMain) => void
} {
  const waiting = new Map<number, (port: MessagePortMain) => void>()
  let latest = 0

  const kdf: Kdf = (passphrase, salt, params) =>
    new Promise((resolve, reject) => {
      latest += 1
      const request: KdfRequest = { passphrase, salt, params }
      waiting.set(latest, (port) => {
        port.once('message', ({ data }) => {
          const reply = data as KdfReply
          if ('key' in reply) resolve(reply.key)
          else reject(new Error('The key derivation failed.'))
          // Only now: closing tells the listener below at once.
          port.close()
        })
        port.once('close', () => reject(new Error('The key derivation process ended early.')))
        port.start()
        port.postMessage(request)
      })
      tellMain({ tell: 'kdf-wanted', request: latest })
    })

  return {
    kdf,
    arrived: (request, port) => {
      const use = waiting.get(request)
      waiting.delete(request)
      if (use) use(port)
      else port.close()
    },
  }
}
