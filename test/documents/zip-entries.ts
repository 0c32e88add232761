import { inflateRawSync } from 'node:zlib'

/** A file inside a ZIP file, and the moment that its headers carry (APPNOTE.TXT 4.3.7 and 4.3.12). */
export type ZipEntry = { name: string; content: string; moments: string[] }

/** Everything in a ZIP file, by way of the directory at its end. */
export function zipEntries(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - 22
  const text = (from: number, length: number): string =>
    new TextDecoder().decode(zip.subarray(from, from + length))
  const moment = (at: number): string => {
    const [time, date] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    return `${1980 + (date >> 9)}-${(date >> 5) & 15}-${date & 31} ${time >> 11}:${(time >> 5) & 63}`
  }
  let entry = view.getUint32(end + 16, true)
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const nameLength = view.getUint16(entry + 28, true)
    const local = view.getUint32(entry + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = zip.subarray(start, start + view.getUint32(entry + 20, true))
    const isPacked = view.getUint16(entry + 10, true) !== 0
    const found = {
      name: text(entry + 46, nameLength),
      content: new TextDecoder().decode(isPacked ? inflateRawSync(packed) : packed),
      moments: [moment(entry + 12), moment(local + 10)],
    }
    entry += 46 + nameLength + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
    return found
  })
}
