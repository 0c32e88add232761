import { ByteReader, Malformed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { checksum, sameBytes } from './checksum.ts'

/** Bytes of a frame before what is sealed. */
export const frameHeadBytes = 80

const magic = new TextEncoder().encode('LwF1')

/** The part of a frame that is in clear: how long the sealed entry is, and its place in the chain. */
export type FrameHead = {
  sealedLength: number
  sequence: number
  previous: Uint8Array
  sealedSum: Uint8Array
}

/** A piece of a journal, as scanning finds it: a whole frame, bytes that are none, or a frame cut short. */
export type JournalPiece =
  | { found: 'frame'; frame: Uint8Array; head: FrameHead; sealed: Uint8Array; intact: boolean }
  | { found: 'unreadable'; from: number; to: number }
  | { found: 'torn'; from: number }

/** One frame: head with a checksum of its own, then the sealed entry. */
export function encodeFrame(sequence: number, previous: Uint8Array, sealed: Uint8Array): Uint8Array {
  const fields = new ByteWriter()
    .raw(magic)
    .u32(sealed.length)
    .u64(sequence)
    .raw(previous)
    .raw(checksum(sealed, 16))
    .finish()
  return new ByteWriter().raw(fields).raw(checksum(fields, 16)).raw(sealed).finish()
}

/** What the next frame names as its previous: BLAKE2b-256 over the whole frame. */
export const frameHash = (frame: Uint8Array): Uint8Array => checksum(frame)

/** What the first frame of a vault names as its previous. */
export const genesisHash = (vaultId: Uint8Array): Uint8Array =>
  checksum(new ByteWriter().raw(new TextEncoder().encode('luwte-genesis\0\0\0')).raw(vaultId).finish())

/** The head with which a new epoch begins: it follows the old one and names the new header. */
export const epochHead = (head: Uint8Array, headerBytes: Uint8Array): Uint8Array => {
  const tag = new TextEncoder().encode('luwte-newepoch\0\0')
  return checksum(new ByteWriter().raw(tag).raw(head).raw(checksum(headerBytes)).finish())
}

function readHead(bytes: Uint8Array, at: number): FrameHead | undefined {
  if (bytes.length - at < frameHeadBytes || !magic.every((byte, index) => bytes[at + index] === byte)) {
    return undefined
  }
  const head = bytes.subarray(at, at + frameHeadBytes)
  if (!sameBytes(checksum(head.subarray(0, 64), 16), head.subarray(64))) return undefined
  const reader = new ByteReader(head.subarray(4))
  try {
    const sealedLength = reader.u32()
    return { sealedLength, sequence: reader.u64(), previous: reader.copy(32), sealedSum: reader.copy(16) }
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

function nextHead(bytes: Uint8Array, from: number): number | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = buffer.indexOf(magic, from); at !== -1; at = buffer.indexOf(magic, at + 1)) {
    if (readHead(bytes, at)) return at
  }
  return undefined
}

/**
 * Goes through a journal from byte `start`. Only a last frame that is short counts as torn: if another frame
 * begins inside what looks short, or a head does not fit its checksum, the bytes are unreadable and the
 * scan goes on at the next whole head.
 */
export function* scanFrames(bytes: Uint8Array, start: number): Generator<JournalPiece, void> {
  let at = start
  while (at < bytes.length) {
    const head = readHead(bytes, at)
    const end = head ? at + frameHeadBytes + head.sealedLength : bytes.length + 1
    if (head && end <= bytes.length) {
      const frame = bytes.subarray(at, end)
      const sealed = frame.subarray(frameHeadBytes)
      const intact = sameBytes(checksum(sealed, 16), head.sealedSum)
      yield { found: 'frame', frame, head, sealed, intact }
      at = end
      continue
    }
    const next = nextHead(bytes, at + 1)
    const isShort = head !== undefined || bytes.length - at < frameHeadBytes
    if (next === undefined && isShort) {
      yield { found: 'torn', from: at }
      return
    }
    yield { found: 'unreadable', from: at, to: next ?? bytes.length }
    at = next ?? bytes.length
  }
}
