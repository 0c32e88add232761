import { ByteReader, Malformed } from './crypto/v1/byte-reader.ts'
import { ByteWriter } from './crypto/v1/byte-writer.ts'
import { checksum, sameBytes } from './crypto/v1/checksum.ts'
import { type Kdf, kdfFloor, type KdfParams, kdfWithinBounds, passphraseBytes } from './crypto/v1/kdf.ts'
import { paddedSize } from './crypto/v1/padding.ts'
import { type Dice, seal, sealOverhead, unseal } from './crypto/v1/seal.ts'
import { loadSodium, sodium } from './crypto/v1/sodium.ts'

/** Why a letter was not read. `wrong-words`: it is whole, and these words do not open it. */
export type LetterRefusal = { refused: 'not-a-letter' | 'newer-format' | 'damaged' | 'wrong-words' }

const mark = new TextEncoder().encode('LUWTEBRF')
const headBytes = 40
const checksumBytes = 32

/** The same words typed by two people: capitals, and how many spaces stand between, make no difference. */
function wordBytes(words: string): Uint8Array {
  return passphraseBytes(words.trim().toLowerCase().replace(/\s+/gu, ' '))
}

/**
 * Seals content for somebody who knows the words that both agreed on; the format stands in README.md. What it weighs
 * tells its size in steps of 4 KiB.
 */
export async function sealLetter(
  content: Uint8Array,
  words: string,
  { kdf, params = kdfFloor, random }: { kdf: Kdf; params?: KdfParams; random: Dice },
): Promise<Uint8Array> {
  await loadSodium()
  const salt = random(16)
  const padded = paddedSize(content.length + 4)
  const head = new ByteWriter()
    .raw(mark)
    .u16(1)
    .u16(0)
    .u32(params.memoryKiB)
    .u32(params.passes)
    .raw(salt)
    .u32(padded + sealOverhead)
    .finish()
  const plain = new ByteWriter()
    .u32(content.length)
    .raw(content)
    .zeros(padded - 4 - content.length)
    .finish()
  const key = await kdf(wordBytes(words), salt, params)
  const sealed = seal(plain, head, key, random)
  sodium().memzero(key)
  sodium().memzero(plain)
  const body = new ByteWriter().raw(head).raw(sealed).finish()
  return new ByteWriter().raw(body).raw(checksum(body, checksumBytes)).finish()
}

/** The content, or why not. Costs nothing before the bytes are known to be whole and the cost to be within bounds. */
export async function openLetter(
  bytes: Uint8Array,
  words: string,
  { kdf }: { kdf: Kdf },
): Promise<Uint8Array | LetterRefusal> {
  await loadSodium()
  if (bytes.length < mark.length || !sameBytes(bytes.slice(0, mark.length), mark))
    return { refused: 'not-a-letter' }
  try {
    const reader = new ByteReader(bytes)
    reader.raw(mark.length)
    if (reader.u16() !== 1) return { refused: 'newer-format' }
    reader.u16()
    const params = { memoryKiB: reader.u32(), passes: reader.u32() }
    const salt = reader.copy(16)
    const sealed = reader.copy(reader.u32())
    const body = bytes.slice(0, reader.position)
    if (!sameBytes(checksum(body, checksumBytes), reader.copy(checksumBytes)) || reader.left > 0)
      return { refused: 'damaged' }
    if (!kdfWithinBounds(params)) return { refused: 'damaged' }
    const key = await kdf(wordBytes(words), salt, params)
    const plain = unseal(sealed, body.slice(0, headBytes), key)
    sodium().memzero(key)
    if (plain === undefined) return { refused: 'wrong-words' }
    const inside = new ByteReader(plain)
    const content = inside.copy(inside.u32())
    inside.padding()
    return content
  } catch (error) {
    if (error instanceof Malformed) return { refused: 'damaged' }
    throw error
  }
}
