import sodium from 'libsodium-wrappers-sumo'
import { ascii, Cursor, hash, join8, must, open, same } from './second-reader-bytes.ts'
import { openHeader, type ReadSnapshot, readSnapshot, subkey, type Way } from './second-reader.ts'

const chunkBytes = 2 ** 20

/** A backup as the second reader found it: what it says in clear, and the snapshot in it. */
export type ReadBackup = ReadSnapshot & { snapshot: Uint8Array }

/**
 * Reads a backup with nothing but a secret of its time and the specification in the README of backups; shares no code
 * with the product. Where a byte is not where the text says, it throws.
 */
export async function readBackup(bytes: Uint8Array, way: Way): Promise<ReadBackup> {
  await sodium.ready
  const end = bytes.length - 32
  must(same(hash(32, bytes.subarray(0, end)), bytes.subarray(end)), 'checksum of a backup')
  const cursor = new Cursor(bytes)
  must(same(cursor.raw(8), ascii('LUWTEBCK')) && cursor.u16() === 1 && cursor.u16() === 0, 'backup format')
  const b = cursor.u32()
  const [vault, epoch, h] = [cursor.raw(16), cursor.raw(4), cursor.u32()]
  const [state, n] = [cursor.raw(8), cursor.u64()]
  const [head, anchor] = [cursor.raw(32), cursor.raw(32)]
  const header = cursor.raw(h)
  must(b === 152 + h, 'length of the beginning')
  must(same(cursor.raw(32), hash(32, bytes.subarray(0, b - 32))), 'checksum of the beginning')
  const chunks = Math.max(1, Math.ceil(n / chunkBytes))
  must(bytes.length === b + 24 + n + 17 * chunks + 32, 'length of a backup')

  const key = subkey(openHeader(header, way).vaultKey, 4)
  const stream = sodium.crypto_secretstream_xchacha20poly1305_init_pull(bytes.slice(b, b + 24), key)
  const bound = join8(ascii('luwte-backup-v1\0'), bytes.subarray(b - 32, b))
  const content: Uint8Array[] = []
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const at = b + 24 + chunk * (chunkBytes + 17)
    const sealed = bytes.slice(at, Math.min(at + chunkBytes + 17, end))
    const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(
      stream,
      sealed,
      chunk === 0 ? bound : null,
    )
    if (!pulled) throw new Error('the specification does not hold: seal of a chunk')
    must(pulled.tag === (chunk === chunks - 1 ? 3 : 0), 'tag of a chunk')
    content.push(pulled.message)
  }
  const snapshot = join8(...content)
  must(snapshot.length === n, 'length of the content')
  const read = await readSnapshot(snapshot, way)
  must(
    read.generation === 0 && same(read.headerBytes, header) && same(read.vault, vault),
    'header of a backup',
  )
  must(same(read.head, head) && read.state === new Cursor(state).u64(), 'state of a backup')
  must(read.epoch === new Cursor(epoch).u32(), 'epoch of a backup')
  const tag = ascii('luwte-anchor-v1\0')
  const sealOf = join8(tag, vault, epoch, new Uint8Array(4), state, head)
  must(same(anchor, hash(32, sealOf, read.secrets.get('ledger') ?? null)), 'anchor of a backup')
  return { ...read, snapshot }
}

/** The hashes that a list of what was destroyed remembers of a vault, opened with what any backup of it carries. */
export function readDestroyedHashes(bytes: Uint8Array, of: ReadSnapshot): Uint8Array[] {
  must(same(hash(32, bytes.subarray(0, -32)), bytes.subarray(-32)), 'checksum of a list')
  const cursor = new Cursor(bytes)
  must(same(cursor.raw(8), ascii('LUWTEDST')) && cursor.u16() === 1 && cursor.u16() === 0, 'list format')
  const key = hash(32, ascii('luwte-listkey-v1'), of.secrets.get('ledger') ?? null)
  const hashes: Uint8Array[] = []
  for (let sections = cursor.u32(); sections > 0; sections -= 1) {
    const vault = cursor.raw(16)
    const sealed = cursor.raw(cursor.u32())
    if (!same(vault, of.vault)) continue
    const lines = new Cursor(open(sealed, key, join8(ascii('luwte-destroyed1'), vault)))
    for (let count = lines.u32(); count > 0; count -= 1) hashes.push(lines.raw(32))
    lines.zeros()
  }
  must(cursor.at === bytes.length - 32, 'length of a list')
  return hashes
}
