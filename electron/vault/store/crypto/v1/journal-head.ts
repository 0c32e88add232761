import { ByteReader, Malformed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { checksum, sameBytes } from './checksum.ts'

/** What stands at the start of a journal: which vault, and the snapshot and state that it continues. */
export type JournalHead = {
  vaultId: Uint8Array
  epoch: number
  generation: number
  stateNumber: number
  head: Uint8Array
}

export type ParsedJournalHead =
  { found: 'journal'; head: JournalHead } | { found: 'newer-format'; format: number } | { found: 'damaged' }

export const journalHeadBytes = 112

const magic = new TextEncoder().encode('LUWTEJNL')

export function encodeJournalHead(head: JournalHead): Uint8Array {
  const fields = new ByteWriter()
    .raw(magic)
    .u16(1)
    .u16(0)
    .u32(head.epoch)
    .raw(head.vaultId)
    .u32(head.generation)
    .u32(0)
    .u64(head.stateNumber)
    .raw(head.head)
    .finish()
  return new ByteWriter().raw(fields).raw(checksum(fields)).finish()
}

/** For every format the first 112 bytes keep this shape: magic, format, and a checksum in the last 32. */
export function parseJournalHead(bytes: Uint8Array): ParsedJournalHead {
  if (bytes.length < journalHeadBytes) return { found: 'damaged' }
  const fields = bytes.subarray(0, 80)
  if (!sameBytes(fields.subarray(0, 8), magic)) return { found: 'damaged' }
  if (!sameBytes(checksum(fields), bytes.subarray(80, journalHeadBytes))) return { found: 'damaged' }
  try {
    const reader = new ByteReader(fields.subarray(8))
    const format = reader.u16()
    if (format > 1) return { found: 'newer-format', format }
    if (format !== 1) return { found: 'damaged' }
    reader.unused(2)
    const [epoch, vaultId, generation] = [reader.u32(), reader.raw(16), reader.u32()]
    reader.unused(4)
    return {
      found: 'journal',
      head: { vaultId, epoch, generation, stateNumber: reader.u64(), head: reader.raw(32) },
    }
  } catch (error) {
    if (error instanceof Malformed) return { found: 'damaged' }
    throw error
  }
}
