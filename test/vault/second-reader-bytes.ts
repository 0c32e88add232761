import sodium from 'libsodium-wrappers-sumo'

export const hash = (length: number, bytes: Uint8Array, key: Uint8Array | null = null) =>
  sodium.crypto_generichash(length, bytes, key)
export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
export const same = (one: Uint8Array, other: Uint8Array) => hex(one) === hex(other)
export const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the specification does not hold: ${what}`)
}

export function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return new Uint8Array(bytes)
}

export function u64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return new Uint8Array(bytes)
}

export const join8 = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

export function open(sealed: Uint8Array, key: Uint8Array, associated: Uint8Array): Uint8Array {
  const [nonce, rest] = [sealed.subarray(0, 24), sealed.subarray(24)]
  return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, rest, associated, nonce, key)
}

export class Cursor {
  readonly #bytes: Buffer
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = Buffer.from(bytes)
    this.at = at
  }

  raw(count: number): Uint8Array {
    this.at += count
    return new Uint8Array(this.#bytes.subarray(this.at - count, this.at))
  }

  /** So many bytes, or all that are left, that must be nothing but zeros. */
  zeros(count = this.#bytes.length - this.at): void {
    must(
      this.raw(count).every((byte) => byte === 0),
      'bytes that hold nothing',
    )
  }

  u8 = () => this.#bytes.readUInt8((this.at += 1) - 1)
  u16 = () => this.#bytes.readUInt16LE((this.at += 2) - 2)
  u32 = () => this.#bytes.readUInt32LE((this.at += 4) - 4)
  u64 = () => Number(this.#bytes.readBigUInt64LE((this.at += 8) - 8))
  text = () => Buffer.from(this.raw(this.u16())).toString('utf8')
}
