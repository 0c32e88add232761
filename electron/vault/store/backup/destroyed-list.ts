import { join } from 'node:path'
import { ByteReader, Malformed } from '../crypto/v1/byte-reader.ts'
import { ByteWriter } from '../crypto/v1/byte-writer.ts'
import { checksum, sameBytes } from '../crypto/v1/checksum.ts'
import { readMany } from '../crypto/v1/entry.ts'
import { paddedSize } from '../crypto/v1/padding.ts'
import { dice, seal, unseal } from '../crypto/v1/seal.ts'
import { sodium } from '../crypto/v1/sodium.ts'
import type { Disk } from '../disk.ts'
import { keepAside, replaceFile } from '../vault-files.ts'
import type { LedgerHash } from './backup-file.ts'
import { codeOf, noFolderSync, targetRefusal, type TargetRefusal } from './backup-refusal.ts'

/** The name of the list in every folder of backups. */
export const destroyedListName = 'destroyed.luwte'
/** Two million destroyed scopes; of a longer file no more is read, and it is damaged. */
export const mostListBytes = 64 * 1024 * 1024

/** What became of a list: `none` where no vault of this id left one. */
export type ListState = 'whole' | 'none' | 'missing' | 'damaged' | 'tampered' | 'newer-format'

type Section = { vaultId: Uint8Array; sealed: Uint8Array }

const magic = new TextEncoder().encode('LUWTEDST')
const keyMessage = new TextEncoder().encode('luwte-listkey-v1')
const sectionTag = new TextEncoder().encode('luwte-destroyed1')

const associated = (vaultId: Uint8Array): Uint8Array => new ByteWriter().raw(sectionTag).raw(vaultId).finish()

function encodeList(sections: Section[]): Uint8Array {
  const writer = new ByteWriter().raw(magic).u16(1).u16(0).u32(sections.length)
  for (const { vaultId, sealed } of sections) writer.raw(vaultId).u32(sealed.length).raw(sealed)
  const fields = writer.finish()
  return new ByteWriter().raw(fields).raw(checksum(fields)).finish()
}

function parseList(bytes: Uint8Array): Section[] | 'damaged' | 'newer-format' {
  try {
    const end = bytes.length - 32
    if (end < 16 || !sameBytes(bytes.subarray(0, 8), magic)) return 'damaged'
    if (!sameBytes(checksum(bytes.subarray(0, end)), bytes.subarray(end))) return 'damaged'
    const reader = new ByteReader(bytes.subarray(8, end))
    const format = reader.u16()
    if (format > 1) return 'newer-format'
    if (format !== 1) return 'damaged'
    reader.unused(2)
    const sections = readMany(reader, () => ({
      vaultId: reader.copy(16),
      sealed: reader.copy(reader.u32()),
    }))
    return reader.left === 0 ? sections : 'damaged'
  } catch (error) {
    if (error instanceof Malformed) return 'damaged'
    throw error
  }
}

function openSection(section: Section, ledgerHash: LedgerHash): Uint8Array[] | undefined {
  const key = ledgerHash(keyMessage)
  const plain = unseal(section.sealed, associated(section.vaultId), key)
  sodium().memzero(key)
  if (!plain) return undefined
  try {
    const reader = new ByteReader(plain)
    const hashes = readMany(reader, () => reader.copy(32))
    reader.padding()
    return hashes
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

function sealSection(vaultId: Uint8Array, hashes: Uint8Array[], ledgerHash: LedgerHash): Section {
  const writer = new ByteWriter().u32(hashes.length)
  for (const one of hashes) writer.raw(one)
  const plain = writer.zeros(paddedSize(writer.length) - writer.length).finish()
  const key = ledgerHash(keyMessage)
  const sealed = seal(plain, associated(vaultId), key, dice)
  sodium().memzero(key)
  return { vaultId, sealed }
}

/**
 * What a list remembers of one vault: the keyed hashes of destroyed scopes. The key of its section comes from the
 * lasting secret `ledger`, so that any backup of the vault, of whichever epoch, opens it.
 */
export function readDestroyedList(
  bytes: Uint8Array | undefined,
  vaultId: Uint8Array,
  ledgerHash: LedgerHash,
): { list: ListState; hashes: Uint8Array[] } {
  if (!bytes) return { list: 'missing', hashes: [] }
  const sections = parseList(bytes)
  if (typeof sections === 'string') return { list: sections, hashes: [] }
  const ours = sections.find((section) => sameBytes(section.vaultId, vaultId))
  if (!ours) return { list: 'none', hashes: [] }
  const hashes = openSection(ours, ledgerHash)
  return hashes ? { list: 'whole', hashes } : { list: 'tampered', hashes: [] }
}

const united = (one: Uint8Array[], other: Uint8Array[]): Uint8Array[] => {
  const byText = new Map([...one, ...other].map((hash) => [Buffer.from(hash).toString('hex'), hash]))
  return [...byText.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hash]) => hash)
}

const unusable: TargetRefusal = { refused: 'destroyed-list-unusable' }

/** The bytes of the list, none where there is none; what is no file or cannot be read is in the way of one. */
async function readList(disk: Disk, folder: string): Promise<Uint8Array | TargetRefusal | undefined> {
  try {
    return await disk.read(join(folder, destroyedListName), mostListBytes)
  } catch (error) {
    const refusal = targetRefusal(error)
    return refusal.refused === 'write-failed' ? unusable : refusal
  }
}

/**
 * Adds to the list in a folder of backups what the vault knows to be destroyed; nothing is ever taken off it, and
 * what other vaults wrote there stays. A list that does not open is kept aside and begun anew: `was` tells. One that
 * says that it is of a newer format is left as it is, and refused. Written anew each time, also when nothing is added:
 * its time must not tell when something was destroyed.
 */
export async function extendDestroyedList(
  disk: Disk,
  folder: string,
  vault: { vaultId: Uint8Array; destroyed: Uint8Array[]; ledgerHash: LedgerHash },
): Promise<{ was: ListState; hashes: Uint8Array[] } | TargetRefusal> {
  try {
    const bytes = await readList(disk, folder)
    if (bytes && 'refused' in bytes) return bytes
    const { list: was, hashes: known } = readDestroyedList(bytes, vault.vaultId, vault.ledgerHash)
    const hashes = united(known, vault.destroyed)
    if (was === 'newer-format') return unusable
    const spoiled = was === 'damaged' || was === 'tampered'
    if (bytes && spoiled) await keepAside(disk, folder, destroyedListName, bytes)
    const sections = bytes ? parseList(bytes) : []
    const others =
      typeof sections === 'string' ? [] : sections.filter((one) => !sameBytes(one.vaultId, vault.vaultId))
    const list = encodeList([...others, sealSection(vault.vaultId, hashes, vault.ledgerHash)])
    await replaceFile(disk, folder, destroyedListName, list).catch((error: unknown) => {
      // The list is in place: syncing the folder comes last.
      if (!noFolderSync.includes(codeOf(error))) throw error
    })
    const readBack = await disk.read(join(folder, destroyedListName))
    return readBack && sameBytes(readBack, list) ? { was, hashes } : { refused: 'write-failed' }
  } catch (error) {
    return targetRefusal(error)
  }
}
