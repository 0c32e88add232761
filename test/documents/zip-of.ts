import { crc32 } from 'node:zlib'

/** A ZIP file of these files, packed as they are (APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16). */
export function zipOf(
  files: readonly { name: string; content: string | Uint8Array; method?: number }[],
): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let place = 0
  for (const { name, content, method = 0 } of files) {
    const bytes = Buffer.from(content)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(bytes.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, Buffer.from(name), bytes])
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    facts.copy(entry, 6)
    entry.writeUInt32LE(place, 42)
    central.push(Buffer.concat([entry, Buffer.from(name)]))
    locals.push(local)
    place += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(place, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}
