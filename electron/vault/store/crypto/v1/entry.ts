import { ByteReader, Malformed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { RecordRef } from './record.ts'

/** One record put, with its sealed body, or removed, inside a journal entry. */
export type EntryChange =
  | { change: 'put'; ref: RecordRef; sealed: Uint8Array }
  | { change: 'remove'; id: string; kind: string; scope: string }

/** One commit: when, the sealed keys of new scopes, scopes whose key is dropped, and all changes. */
export type Entry = { at: string; newKeys: Uint8Array; droppedScopes: string[]; changes: EntryChange[] }

const commitEntry = 1
const block = 1024

/** 80 bytes that bind a sealed entry to its place. */
export function entryAssociated(
  vaultId: Uint8Array,
  epoch: number,
  sequence: number,
  previous: Uint8Array,
): Uint8Array {
  return new ByteWriter()
    .raw(new TextEncoder().encode('luwte-entry-v1\0\0'))
    .raw(vaultId)
    .u32(epoch)
    .u32(0)
    .u64(sequence)
    .raw(previous)
    .finish()
}

export function encodeEntry(entry: Entry): Uint8Array {
  const writer = new ByteWriter().u8(commitEntry).text(entry.at)
  writer.u32(entry.newKeys.length).raw(entry.newKeys)
  writer.u32(entry.droppedScopes.length)
  for (const scope of entry.droppedScopes) writer.text(scope)
  writer.u32(entry.changes.length)
  for (const change of entry.changes) {
    if (change.change === 'remove') {
      writer.u8(2).text(change.id).text(change.kind).text(change.scope)
    } else {
      writer.u8(1)
      writeRef(writer, change.ref)
      writer.u32(change.sealed.length).raw(change.sealed)
    }
  }
  return writer.zeros((block - (writer.length % block)) % block).finish()
}

/** Throws `Malformed`. */
export function decodeEntry(plain: Uint8Array): Entry {
  const reader = new ByteReader(plain)
  if (reader.u8() !== commitEntry) throw new Malformed('an entry of an unknown kind')
  const at = reader.text()
  const newKeys = reader.raw(reader.u32())
  const droppedScopes = readMany(reader, () => reader.text())
  const changes = readMany(reader, (): EntryChange => {
    const operation = reader.u8()
    if (operation === 2) {
      return { change: 'remove', id: reader.text(), kind: reader.text(), scope: reader.text() }
    }
    if (operation !== 1) throw new Malformed('a change of an unknown kind')
    return { change: 'put', ref: readRef(reader), sealed: reader.raw(reader.u32()) }
  })
  reader.padding()
  return { at, newKeys, droppedScopes, changes }
}

/** Reads a count and that many parts; a count that the bytes cannot hold ends in `Malformed`. */
export function readMany<Part>(reader: ByteReader, read: () => Part): Part[] {
  const count = reader.u32()
  const parts: Part[] = []
  for (let index = 0; index < count; index += 1) parts.push(read())
  return parts
}

export function writeRef(writer: ByteWriter, ref: RecordRef): void {
  writer.text(ref.id).text(ref.kind).text(ref.scope).u64(ref.version).u32(ref.schema).u32(ref.keyId)
}

export function readRef(reader: ByteReader): RecordRef {
  return {
    id: reader.text(),
    kind: reader.text(),
    scope: reader.text(),
    version: reader.u64(),
    schema: reader.u32(),
    keyId: reader.u32(),
  }
}
