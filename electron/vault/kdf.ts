import { argon2id, type KdfParams } from './store/crypto/v1/kdf.ts'

/** One derivation, asked over the port that joins this process to the vault process. */
export interface KdfRequest {
  readonly passphrase: Uint8Array
  readonly salt: Uint8Array
  readonly params: KdfParams
}

/** `failed`: the memory could not be had, or the request was out of bounds; never a reason with a value in it. */
export type KdfReply = { readonly key: Uint8Array } | { readonly failed: true }

// WebAssembly memory never shrinks: this process derives one key and ends.
process.parentPort.once('message', ({ ports }) => {
  const [port] = ports
  if (port === undefined) process.exit(1)
  port.once('message', ({ data }) => {
    const { passphrase, salt, params } = data as KdfRequest
    argon2id(passphrase, salt, params)
      .then(
        (key): KdfReply => ({ key }),
        (): KdfReply => ({ failed: true }),
      )
      .then((reply) => port.postMessage(reply))
      .catch(() => process.exit(1))
  })
  // The vault closes the port once it has the key.
  port.once('close', () => process.exit(0))
  port.start()
})
