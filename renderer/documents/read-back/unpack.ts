/** A file inside a ZIP file. */
export type Packed = { name: string; content: string }

/** Far more than a report has; a file that is larger, packed or unpacked, is none. */
const LARGEST_FILE = 5_000_000
const LARGEST_CONTENT = 20_000_000

const LOCAL_ENTRY = 0x04034b50
const CENTRAL_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_SIZE = 22

/**
 * The files in a ZIP file that this program has just made, by way of the directory at its end (APPNOTE.TXT 4.3.7, 4.3.12
 * and 4.3.16). Throws for what it does not make: a comment, something between the files, other packing than deflate,
 * and more than 20 MB in all, of which no more than that is ever held.
 */
export async function unpacked(zip: Uint8Array): Promise<Packed[]> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - END_SIZE
  if (end < 0 || zip.byteLength > LARGEST_FILE || view.getUint32(end, true) !== END_OF_DIRECTORY)
    throw new Error('zip: expected a small file without a comment')
  const text = new TextDecoder('utf-8', { fatal: true })
  const files: Packed[] = []
  let room = LARGEST_CONTENT
  let entry = view.getUint32(end + 16, true)
  let place = 0
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const local = view.getUint32(entry + 42, true)
    if (view.getUint32(entry, true) !== CENTRAL_ENTRY || view.getUint32(local, true) !== LOCAL_ENTRY)
      throw new Error('zip: expected an entry')
    if (local !== place) throw new Error('zip: something stands between the files')
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    place = start + view.getUint32(entry + 20, true)
    const content = await inflated(zip.subarray(start, place), view.getUint16(entry + 10, true), room)
    room -= content.byteLength
    const nameLength = view.getUint16(entry + 28, true)
    files.push({
      name: text.decode(zip.subarray(entry + 46, entry + 46 + nameLength)),
      content: text.decode(content),
    })
    entry += 46 + nameLength + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  if (place !== view.getUint32(end + 16, true)) throw new Error('zip: something stands before the directory')
  return files
}

/** Stops as soon as there is no room, whatever a header promises. */
async function inflated(packed: Uint8Array, method: number, room: number): Promise<Uint8Array> {
  if (method !== 0 && method !== 8) throw new Error('zip: expected deflate')
  const source = new Blob([packed.slice()]).stream()
  const reader = (
    method === 0 ? source : source.pipeThrough(new DecompressionStream('deflate-raw'))
  ).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > room) {
      await reader.cancel()
      throw new Error('zip: too large')
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
