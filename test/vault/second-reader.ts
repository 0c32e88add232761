import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { hash, hex, same, ascii, must, u32, u64, join8, open, Cursor } from './second-reader-bytes.ts'

/** A record as the second reader found it. */
export type ReadRecord = { id: string; kind: string; scope: string; version: number; body: unknown }

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function recoverySecret(text: string): Uint8Array {
  const symbols = text.split('-').flatMap((group) => [...group.slice(0, 5)])
  const bits = symbols.map((symbol) => crockford.indexOf(symbol).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from({ length: 32 }, (_, index) => parseInt(bits.slice(index * 8, index * 8 + 8), 2))
}

/** A secret that opens a vault or a backup. */
export type Way = { recoveryKey: string } | { passphrase: string }
type Place = {
  vault: Uint8Array
  epoch: number
  vaultKey: Uint8Array
  headerBytes: Uint8Array
  slots: number[]
}

/** What a header yields to a secret. */
export function openHeader(bytes: Uint8Array, way: Way): Place {
  const end = bytes.length
  must(same(bytes.subarray(0, 8), ascii('LUWTEHDR')), 'magic of the header')
  must(same(hash(32, bytes.subarray(0, end - 32)), bytes.subarray(end - 32)), 'header checksum')
  const cursor = new Cursor(bytes, 8)
  must(cursor.u16() === 1 && cursor.u16() === 0 && cursor.u32() === end, 'header format and length')
  const vault = cursor.raw(16)
  cursor.u64()
  const epoch = cursor.u32()
  must(cursor.u32() === 2, 'Argon2id')
  const [memory, passes, lanes, slots] = [cursor.u32(), cursor.u32(), cursor.u32(), cursor.u32()]
  must(lanes === 1, 'one lane')
  const salt = cursor.raw(16)
  const secret =
    'recoveryKey' in way
      ? recoverySecret(way.recoveryKey)
      : sodium.crypto_pwhash(
          32,
          new TextEncoder().encode(way.passphrase.normalize('NFKC')),
          salt,
          passes,
          memory * 1024,
          sodium.crypto_pwhash_ALG_ARGON2ID13,
        )
  const derived = (use: number) => sodium.crypto_kdf_derive_from_key(32, use, 'LuwSlot1', secret)
  for (let index = 0; index < slots; index += 1) {
    const [start, commitment, publicKey, ephemeral, wrapped] = [
      cursor.raw(4),
      cursor.raw(32),
      cursor.raw(32),
      cursor.raw(32),
      cursor.raw(72),
    ]
    if (!same(commitment, derived(1))) continue
    must(start[2] === 1, 'wrapping')
    must(same(publicKey, sodium.crypto_scalarmult_base(derived(2))), 'public key of a slot')
    const cost = start[1] === 1 ? join8(u32(memory), u32(passes), salt) : new Uint8Array(24)
    const associated = join8(
      ascii('luwte-slot-v1\0\0\0'),
      vault,
      u32(epoch),
      start,
      cost,
      publicKey,
      ephemeral,
    )
    const shared = sodium.crypto_scalarmult(derived(2), ephemeral)
    const vaultKey = open(wrapped, hash(32, join8(shared, ephemeral, publicKey), derived(3)), associated)
    const mac = hash(32, bytes.subarray(0, end - 64), subkey(vaultKey, 1))
    must(same(mac, bytes.subarray(end - 64, end - 32)), 'header MAC')
    const numbers = Array.from({ length: slots }, (_, place) => bytes[80 + 172 * place] ?? 0)
    return { vault, epoch, vaultKey, headerBytes: bytes, slots: numbers }
  }
  throw new Error('no slot opens')
}

/** A key that comes from the vault key, by its number. */
export const subkey = (vaultKey: Uint8Array, use: number) =>
  sodium.crypto_kdf_derive_from_key(32, use, 'LuwVault', vaultKey)

type Keys = Map<number, Uint8Array>

function readScopeKeys(cursor: Cursor, keys: Keys): void {
  for (let count = cursor.u32(); count > 0; count -= 1) {
    const keyId = cursor.u32()
    cursor.text()
    keys.set(keyId, cursor.raw(32))
  }
}

function readRef(cursor: Cursor) {
  const [id, kind, scope] = [cursor.text(), cursor.text(), cursor.text()]
  return { id, kind, scope, version: cursor.u64(), schema: cursor.u32(), keyId: cursor.u32() }
}

function recordAssociated(place: Place, ref: ReturnType<typeof readRef>): Uint8Array {
  const named = [ref.scope, ref.id, ref.kind].map((text) => hash(32, new TextEncoder().encode(text)))
  const numbers = [u64(ref.version), u32(ref.schema), u32(ref.keyId)]
  return join8(ascii('luwte-record-v1\0'), place.vault, ...named, ...numbers)
}

function openRecord(
  place: Place,
  keys: Keys,
  ref: ReturnType<typeof readRef>,
  sealed: Uint8Array,
): ReadRecord {
  const associated = recordAssociated(place, ref)
  const plain = open(sealed, keys.get(ref.keyId) ?? new Uint8Array(32), associated)
  const cursor = new Cursor(plain)
  const body: unknown = JSON.parse(Buffer.from(cursor.raw(cursor.u32())).toString('utf8'))
  cursor.zeros()
  return { id: ref.id, kind: ref.kind, scope: ref.scope, version: ref.version, body }
}

/** All that one secret opens in a snapshot: what it is of, every key in it, and its records. */
export type ReadSnapshot = Place & {
  generation: number
  state: number
  head: Uint8Array
  keys: Keys
  /** The lasting secrets by name. */
  secrets: Map<string, Uint8Array>
  destroyed: string[]
  records: Map<string, ReadRecord>
  /** Everything in it that is sealed, with what each is bound to. */
  parts: SealedPart[]
}

/** Sealed bytes and their associated data. */
export type SealedPart = { sealed: Uint8Array; associated: Uint8Array }

/** Every key by which something of this vault was ever sealed, as far as one snapshot gives them away. */
export const keysIn = ({ vaultKey, keys }: ReadSnapshot): Uint8Array[] => [
  vaultKey,
  ...[1, 2, 3, 4, 5].map((use) => subkey(vaultKey, use)),
  ...keys.values(),
]

/** Whether a key opens a sealed part. */
export function opensWith(key: Uint8Array, { sealed, associated }: SealedPart): boolean {
  try {
    open(sealed, key, associated)
    return true
  } catch {
    return false
  }
}

/** Reads one snapshot with nothing but a secret and its own header copy. */
export async function readSnapshot(bytes: Uint8Array, way: Way): Promise<ReadSnapshot> {
  await sodium.ready
  must(same(hash(32, bytes.subarray(0, -32)), bytes.subarray(-32)), 'snapshot checksum')
  const cursor = new Cursor(bytes)
  must(same(cursor.raw(8), ascii('LUWTESNP')) && cursor.u16() === 1 && cursor.u16() === 0, 'snapshot format')
  const [generation, state, head] = [cursor.u32(), cursor.u64(), cursor.raw(32)]
  const lengths = [cursor.u32(), cursor.u32(), cursor.u32()] as const
  cursor.zeros(12)
  const [header, keyring, manifest] = [cursor.raw(lengths[0]), cursor.raw(lengths[1]), cursor.raw(lengths[2])]
  const place = openHeader(header, way)

  const keys: Keys = new Map()
  const where = join8(place.vault, u32(place.epoch), u32(generation), u64(state))
  const ringAssociated = join8(ascii('luwte-keyring-v1'), where)
  const ring = new Cursor(open(keyring, subkey(place.vaultKey, 2), ringAssociated))
  must(ring.u32() === 1 && ring.u32() > 0, 'keyring layout')
  must(place.epoch > 1 === ring.raw(32).some((byte) => byte !== 0), 'header key of the epoch before')
  const secrets = new Map<string, Uint8Array>()
  for (let count = ring.u32(); count > 0; count -= 1) secrets.set(ring.text(), ring.raw(32))
  must([...secrets.keys()].join() === 'ledger,destroyed-ids,disclosure-control', 'lasting secrets')
  const slots: number[] = []
  for (let count = ring.u32(); count > 0; count -= 1) {
    slots.push(ring.u32())
    ring.raw(32 + 32)
  }
  must([...slots].sort().join() === [...place.slots].sort().join(), 'slots in the keyring')
  const destroyed: string[] = []
  for (let count = ring.u32(); count > 0; count -= 1) destroyed.push(hex(ring.raw(32)))
  readScopeKeys(ring, keys)
  ring.zeros()

  const records = new Map<string, ReadRecord>()
  const associated = join8(ascii('luwte-manifst-v1'), where, head, hash(32, header), hash(32, keyring))
  const lines = new Cursor(open(manifest, subkey(place.vaultKey, 5), associated))
  const parts: SealedPart[] = [
    { sealed: keyring, associated: ringAssociated },
    { sealed: manifest, associated },
  ]
  lines.text()
  for (let count = lines.u32(); count > 0; count -= 1) {
    const ref = readRef(lines)
    const sealed = cursor.raw(lines.u32())
    must(same(hash(32, sealed), lines.raw(32)), 'hash of a record')
    records.set(ref.id, openRecord(place, keys, ref, sealed))
    parts.push({ sealed, associated: recordAssociated(place, ref) })
  }
  lines.zeros()
  must(records.size === parts.length - 2, 'each id once')
  must(cursor.at === bytes.length - 32, 'length of the snapshot')
  return { ...place, generation, state, head, keys, secrets, destroyed, records, parts }
}

const namesIn = (folder: string, kind: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`) && !name.endsWith('.tmp'))
    .sort()

const bytesOf = (folder: string, name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))

/** Every snapshot of a folder, oldest first; all must open with the one secret. */
export const readSnapshots = (folder: string, way: Way): Promise<ReadSnapshot[]> =>
  Promise.all(namesIn(folder, 'snapshot').map((name) => readSnapshot(bytesOf(folder, name), way)))

/**
 * Reads a vault with nothing but the specification in the store's README: the newest snapshot, then its journal.
 * Shares no code with the store; where a byte is not where the text says, it throws.
 */
export async function readVault(folder: string, way: Way): Promise<Map<string, ReadRecord>> {
  const name = namesIn(folder, 'snapshot').at(-1) ?? ''
  const read = await readSnapshot(bytesOf(folder, name), way)
  must(name === `snapshot-${String(read.generation).padStart(10, '0')}`, 'snapshot name')
  for (const file of ['header-a', 'header-b'])
    must(same(read.headerBytes, bytesOf(folder, file)), 'header in the snapshot')
  readJournal(bytesOf(folder, name.replace('snapshot', 'journal')), read, read.keys, read.records)
  return read.records
}

function readJournal(
  bytes: Uint8Array,
  place: Place & { generation: number; state: number; head: Uint8Array },
  keys: Keys,
  records: Map<string, ReadRecord>,
): void {
  const start = join8(ascii('LUWTEJNL'), u32(1), u32(place.epoch), place.vault, u32(place.generation), u32(0))
  const fields = join8(start, u64(place.state), place.head)
  must(same(bytes.subarray(0, 112), join8(fields, hash(32, fields))), 'start of the journal')
  let previous = place.head
  let sequence = place.state
  for (let at = 112; at < bytes.length;) {
    const cursor = new Cursor(bytes, at)
    const magic = cursor.raw(4)
    const length = cursor.u32()
    sequence += 1
    must(same(magic, ascii('LwF1')) && cursor.u64() === sequence, 'start and number of a frame')
    must(same(cursor.raw(32), previous), 'chain of frames')
    const sum = cursor.raw(16)
    must(same(cursor.raw(16), hash(16, bytes.subarray(at, at + 64))), 'checksum of a frame')
    const sealed = cursor.raw(length)
    must(same(sum, hash(16, sealed)), 'checksum of an entry')
    const where = join8(place.vault, u32(place.epoch), u32(0), u64(sequence))
    const plain = open(sealed, subkey(place.vaultKey, 3), join8(ascii('luwte-entry-v1\0\0'), where, previous))
    const entry = new Cursor(plain)
    must(entry.u8() === 1, 'kind of entry')
    entry.text()
    const newKeys = entry.raw(entry.u32())
    if (newKeys.length > 0) {
      const associated = join8(ascii('luwte-newkeys-v1'), where)
      readScopeKeys(new Cursor(open(newKeys, subkey(place.vaultKey, 2), associated)), keys)
    }
    must(entry.u32() === 0, 'no dropped scopes')
    for (let count = entry.u32(); count > 0; count -= 1) {
      if (entry.u8() === 1) {
        const ref = readRef(entry)
        must(ref.version === sequence, 'version of a record in an entry')
        records.set(ref.id, openRecord(place, keys, ref, entry.raw(entry.u32())))
      } else {
        records.delete(entry.text())
        entry.text()
        entry.text()
      }
    }
    entry.zeros()
    previous = hash(32, bytes.subarray(at, cursor.at))
    at = cursor.at
  }
}
