const encoder = new TextEncoder()

/** A number that does not fit would be written as another one. */
function mustFit(value: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > most) throw new RangeError('a number does not fit')
}

/**
 * Writes the little-endian integers, byte strings and texts of which every part of format 1 consists. Throws a
 * `RangeError` for a number that its field cannot hold.
 */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  #room(extra: number): number {
    const at = this.#length
    if (at + extra > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(at + extra, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, at))
      this.#bytes.fill(0)
      this.#bytes = larger
      this.#view = new DataView(larger.buffer)
    }
    this.#length = at + extra
    return at
  }

  u8(value: number): this {
    mustFit(value, 0xff)
    const at = this.#room(1)
    this.#view.setUint8(at, value)
    return this
  }

  u16(value: number): this {
    mustFit(value, 0xffff)
    const at = this.#room(2)
    this.#view.setUint16(at, value, true)
    return this
  }

  u32(value: number): this {
    mustFit(value, 0xffff_ffff)
    const at = this.#room(4)
    this.#view.setUint32(at, value, true)
    return this
  }

  /** A non-negative safe integer in eight bytes. */
  u64(value: number): this {
    mustFit(value, Number.MAX_SAFE_INTEGER)
    const at = this.#room(8)
    this.#view.setBigUint64(at, BigInt(value), true)
    return this
  }

  raw(bytes: Uint8Array): this {
    const at = this.#room(bytes.length)
    this.#bytes.set(bytes, at)
    return this
  }

  zeros(count: number): this {
    this.#room(count)
    return this
  }

  /** UTF-8 preceded by its length in two bytes. */
  text(value: string): this {
    const bytes = encoder.encode(value)
    if (bytes.length > 0xffff) throw new RangeError('a name is longer than 65535 bytes')
    return this.u16(bytes.length).raw(bytes)
  }

  get length(): number {
    return this.#length
  }

  /** What was written, in a buffer of its own; the writer's buffer is cleared, for it may hold keys. */
  finish(): Uint8Array {
    const result = this.#bytes.slice(0, this.#length)
    this.#bytes.fill(0)
    this.#length = 0
    return result
  }
}
