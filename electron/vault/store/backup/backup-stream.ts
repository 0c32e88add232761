import { sodium } from '../crypto/v1/sodium.ts'

/** Content bytes in one chunk; only the last has fewer. */
export const chunkBytes = 1 << 20
const streamHeaderBytes = 24
const chunkOverhead = 17

/** How long `length` bytes of content are once sealed: the stream's own header, then chunks of 17 bytes more. */
export const sealedLength = (length: number): number =>
  streamHeaderBytes + length + chunkOverhead * Math.max(1, Math.ceil(length / chunkBytes))

/**
 * Seals content in chunks (libsodium's crypto_secretstream_xchacha20poly1305). `bound` is the associated data of the
 * first chunk; those after it hang together by the stream. The last bears the final tag, so that a stream that was
 * cut between two chunks does not open either. `sealed` takes it, and has just the length of it.
 */
export function sealStream(
  content: Uint8Array,
  bound: Uint8Array,
  key: Uint8Array,
  sealed: Uint8Array,
): void {
  const {
    crypto_secretstream_xchacha20poly1305_init_push: begin,
    crypto_secretstream_xchacha20poly1305_push: push,
    crypto_secretstream_xchacha20poly1305_TAG_FINAL: final,
    crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: message,
  } = sodium()
  const { state, header } = begin(key)
  sealed.set(header)
  let to = streamHeaderBytes
  for (let from = 0; to < sealed.length; from += chunkBytes) {
    const isLast = from + chunkBytes >= content.length
    const piece = content.subarray(from, from + chunkBytes)
    const chunk = push(state, piece, from === 0 ? bound : null, isLast ? final : message)
    sealed.set(chunk, to)
    to += chunk.length
  }
}

/** The content, or the number (from 0) of the first chunk that does not open. */
export function openStream(
  sealed: Uint8Array,
  bound: Uint8Array,
  key: Uint8Array,
): { content: Uint8Array } | { failedChunk: number } {
  const {
    crypto_secretstream_xchacha20poly1305_init_pull: begin,
    crypto_secretstream_xchacha20poly1305_pull: pull,
    crypto_secretstream_xchacha20poly1305_TAG_FINAL: final,
    crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: message,
  } = sodium()
  if (sealed.length < sealedLength(0)) return { failedChunk: 0 }
  const state = begin(sealed.subarray(0, streamHeaderBytes), key)
  const content = new Uint8Array(sealed.length)
  let length = 0
  let number = 0
  for (let at = streamHeaderBytes; at < sealed.length; at += chunkBytes + chunkOverhead) {
    const end = at + chunkBytes + chunkOverhead
    const chunk = sealed.subarray(at, end)
    if (chunk.length < chunkOverhead) return { failedChunk: number }
    const opened = pull(state, chunk, number === 0 ? bound : null)
    // A chunk that is not the last with a final tag, or the reverse: somebody shortened or joined streams.
    if (opened === false || opened.tag !== (end >= sealed.length ? final : message))
      return { failedChunk: number }
    content.set(opened.message, length)
    length += opened.message.length
    number += 1
  }
  return { content: content.subarray(0, length) }
}
