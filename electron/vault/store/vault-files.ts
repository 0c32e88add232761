import { join } from 'node:path'
import { checksum } from './crypto/v1/checksum.ts'
import { journalHeadBytes } from './crypto/v1/journal-head.ts'
import type { Disk } from './disk.ts'

export const headerNames = ['header-a', 'header-b'] as const

export const snapshotName = (generation: number): string => `snapshot-${String(generation).padStart(10, '0')}`
export const journalName = (generation: number): string => `journal-${String(generation).padStart(10, '0')}`

/** The generations of which a folder holds a snapshot or a journal, lowest first. */
export function generationsOf(names: Iterable<string>, kind: 'snapshot' | 'journal'): number[] {
  return [...names]
    .map((name) => new RegExp(`^${kind}-(\\d{10})$`).exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((one, other) => one - other)
}

/** Files of a vault by name, read once. */
export type VaultImage = Map<string, Uint8Array>

const vaultFile = /^(header-[ab]|(snapshot|journal)-\d{10})$/
const smallFile = /^(header-[ab]|journal-\d{10})$/

/** A header has some hundred bytes; what lies beyond this of a longer one need not be read to call it damaged. */
const mostHeaderBytes = 1024 * 1024
/** A bad sector, and a file that is longer than Node reads into one buffer. */
const unreadable = ['EIO', 'ERR_FS_FILE_TOO_LARGE']

/** Reads one file of a vault; one that the disk no longer gives back counts as there, and as damaged. */
export async function readVaultFile(
  disk: Disk,
  folder: string,
  name: string,
): Promise<Uint8Array | undefined> {
  const most = name.startsWith('header-') ? mostHeaderBytes : undefined
  return disk.read(join(folder, name), most).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && unreadable.includes(String(error.code)))
      return new Uint8Array(0)
    throw error
  })
}

/** Reads a vault's files, all of them or those without its snapshots, which are large. */
export async function readImage(disk: Disk, folder: string, which = vaultFile): Promise<VaultImage> {
  const image: VaultImage = new Map()
  for (const name of (await disk.list(folder)).filter((one) => which.test(one))) {
    const bytes = await readVaultFile(disk, folder, name)
    if (bytes) image.set(name, bytes)
  }
  return image
}

/** Headers and journals alone. */
export const readSmallFiles = (disk: Disk, folder: string): Promise<VaultImage> =>
  readImage(disk, folder, smallFile)

/**
 * Whether a folder holds a vault, whole or damaged: a header, a snapshot, or a journal with anything in it. Only
 * then is a folder without one empty, so that damage is never taken for a place to begin anew.
 */
export async function holdsVault(disk: Disk, folder: string): Promise<boolean> {
  const names = await disk.list(folder)
  if (headerNames.some((name) => names.includes(name))) return true
  if (generationsOf(names, 'snapshot').length > 0) return true
  for (const generation of generationsOf(names, 'journal')) {
    const bytes = await disk.read(join(folder, journalName(generation)), journalHeadBytes + 1)
    if (bytes && bytes.length > journalHeadBytes) return true
  }
  return false
}

/** Puts a file in place whole or not at all: beside it, on the disk, then renamed. */
export async function replaceFile(
  disk: Disk,
  folder: string,
  name: string,
  bytes: Uint8Array,
  prove?: (readBack: Uint8Array) => boolean,
): Promise<void> {
  const beside = join(folder, `${name}.tmp`)
  await disk.remove(beside)
  try {
    await disk.create(beside, bytes)
    const readBack = prove && (await disk.read(beside))
    if (prove && !(readBack && prove(readBack)))
      throw new Error('a file does not read back as it was written')
    await disk.rename(beside, join(folder, name))
  } catch (error) {
    // What failed is what the caller must hear; a leftover is removed when the vault is next opened.
    await disk.remove(beside).catch(() => undefined)
    throw error
  }
  await disk.syncFolder(folder)
}

/** Writes both header copies, one after the other, so that one is whole at any instant. */
export async function writeHeaders(disk: Disk, folder: string, bytes: Uint8Array): Promise<void> {
  for (const name of headerNames) await replaceFile(disk, folder, name, bytes)
}

/** Keeps a copy of a file that did not open, named after its content, for whoever wants to look into it. */
export async function keepAside(disk: Disk, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const aside = join(folder, 'aside')
  const copy = `${name}-${Buffer.from(checksum(bytes, 16)).toString('hex')}`
  await disk.makeFolder(aside)
  await disk.syncFolder(folder)
  if ((await disk.list(aside)).includes(copy)) return
  await replaceFile(disk, aside, copy, bytes)
}

/** Removes those copies: after a new epoch they hold what no secret of today may open. */
export async function clearAside(disk: Disk, folder: string): Promise<void> {
  const aside = join(folder, 'aside')
  const names = await disk.list(aside)
  for (const name of names) await disk.remove(join(aside, name))
  if (names.length > 0) await disk.syncFolder(aside)
}
