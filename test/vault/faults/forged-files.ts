import { randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { ascii, Cursor, hash, join8, open, u32, u64 } from '../second-reader-bytes.ts'
import { readSnapshot, type ReadSnapshot, subkey, type Way } from '../second-reader.ts'
import { bytesIn, type VaultInMemory, withChanged } from './vault-in-memory.ts'

/** Makes the unkeyed checksum at the end of a file fit again, as somebody does who knows the format. */
export function withRightSum(bytes: Buffer): Buffer {
  const end = bytes.length - 32
  bytes.set(hash(32, new Uint8Array(bytes.subarray(0, end))), end)
  return bytes
}

/** Makes both checksums of the journal's frame at `start` fit again. */
export function withRightFrame(bytes: Buffer, start: number): Buffer {
  const end = start + 80 + bytes.readUInt32LE(start + 4)
  bytes.set(hash(16, new Uint8Array(bytes.subarray(start + 80, end))), start + 48)
  return withRightFrameHead(bytes, start)
}

/** Makes the checksum of a frame's head fit again. */
export function withRightFrameHead(bytes: Buffer, start: number): Buffer {
  bytes.set(hash(16, new Uint8Array(bytes.subarray(start, start + 64))), start + 64)
  return bytes
}

/** Changes the header files and the copy in every snapshot alike, all unkeyed checksums made right. */
export function withEveryHeader(vault: VaultInMemory, edit: (header: Buffer) => void): VaultInMemory {
  let changed = vault
  for (const name of namesOf(vault, 'header-', 'snapshot-'))
    changed = withChanged(changed, name, (bytes) => {
      const header = name.startsWith('header') ? bytes : bytes.subarray(80, 80 + bytes.readUInt32LE(56))
      edit(header)
      withRightSum(header)
      return withRightSum(bytes)
    })
  return changed
}

/** Names of the vault's files of some kinds, in order. */
export const namesOf = ({ disk, folder }: VaultInMemory, ...kinds: string[]): string[] =>
  disk.paths
    .map((path) => path.slice(folder.length + 1))
    .filter((name) => kinds.some((kind) => name.startsWith(kind)))

/** A line of a manifest, and the sealed record that it stands for. */
export type ForgedLine = {
  id: string
  kind: string
  scope: string
  version: number
  schema: number
  keyId: number
  sealed: Uint8Array
}

const text = (value: string): Uint8Array => {
  const bytes = new TextEncoder().encode(value)
  return join8(u32(bytes.length).subarray(0, 2), bytes)
}

function readLines(read: ReadSnapshot): { instant: string; lines: ForgedLine[] } {
  const [, manifest, ...records] = read.parts
  if (!manifest) throw new Error('no manifest')
  const cursor = new Cursor(open(manifest.sealed, subkey(read.vaultKey, 5), manifest.associated))
  const instant = cursor.text()
  const lines = Array.from({ length: cursor.u32() }, (_, index) => {
    const [id, kind, scope] = [cursor.text(), cursor.text(), cursor.text()]
    const numbers = { version: cursor.u64(), schema: cursor.u32(), keyId: cursor.u32() }
    cursor.raw(4 + 32)
    return { id, kind, scope, ...numbers, sealed: records[index]?.sealed ?? new Uint8Array(0) }
  })
  return { instant, lines }
}

/**
 * A snapshot of which the manifest was sealed anew with the vault's own key, by the second reader: what could be done
 * by somebody who holds every key but those of the records, or by a defect of the writer itself.
 */
export async function forgedSnapshot(
  bytes: Uint8Array,
  way: Way,
  edit: (lines: ForgedLine[]) => ForgedLine[],
): Promise<Buffer> {
  const read = await readSnapshot(bytes, way)
  const { instant, lines } = readLines(read)
  const forged = edit(lines)
  const plain = join8(
    text(instant),
    u32(forged.length),
    ...forged.map(({ id, kind, scope, version, schema, keyId, sealed }) =>
      join8(
        ...[id, kind, scope].map(text),
        ...[u64(version), u32(schema), u32(keyId), u32(sealed.length), hash(32, sealed)],
      ),
    ),
  )
  const padded = join8(plain, new Uint8Array(4096 - plain.length))
  const nonce = new Uint8Array(randomBytes(24))
  const key = subkey(read.vaultKey, 5)
  const associated = read.parts[1]?.associated ?? ascii('')
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, associated, null, nonce, key)
  const start = Buffer.from(bytes.subarray(0, 80 + read.headerBytes.length))
  start.writeUInt32LE(nonce.length + sealed.length, 64)
  const keyring = read.parts[0]?.sealed ?? ascii('')
  const records = forged.map((line) => line.sealed)
  return withRightSum(
    Buffer.from(join8(new Uint8Array(start), keyring, nonce, sealed, ...records, new Uint8Array(32))),
  )
}

/** The vault with its newest snapshot forged so. */
export async function withForged(
  vault: VaultInMemory,
  edit: (lines: ForgedLine[]) => ForgedLine[],
): Promise<VaultInMemory> {
  const name = namesOf(vault, 'snapshot-').at(-1) ?? ''
  const forged = await forgedSnapshot(new Uint8Array(bytesIn(vault, name)), vault, edit)
  return withChanged(vault, name, () => forged)
}
