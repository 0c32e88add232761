import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { checksum } from './crypto/v1/checksum.ts'
import { journalHeadBytes } from './crypto/v1/journal-head.ts'
import type { Disk } from './disk.ts'

export const headerNames = ['header-a', 'header-b'] as const
const asideName = 'aside'

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
/**
 * A bad sector, a file that is longer than Node reads into one buffer, and what is no file: a folder, a pipe, a link that
 * leads to itself. Waiting would not make any of them readable.
 */
const unreadable = [
  'EIO',
  'ERR_FS_FILE_TOO_LARGE',
  'ENOTFILE',
  'EISDIR',
  'ELOOP',
  'ENXIO',
  'ENODEV',
  'ENOTDIR',
]

/** A file that could not be read now and perhaps can be later, as when another program holds it: not to be given up. */
export class HeldBack extends Error {
  readonly part: string

  constructor(part: string, cause: unknown) {
    super('a file of the vault cannot be read now', { cause })
    this.part = part
  }
}

/**
 * Reads one file of a vault; one that the disk no longer gives back counts as there, and as damaged. Rejects with
 * `HeldBack` for one that may yet be whole.
 */
export async function readVaultFile(
  disk: Disk,
  folder: string,
  name: string,
): Promise<Uint8Array | undefined> {
  const most = name.startsWith('header-') ? mostHeaderBytes : undefined
  return disk.read(join(folder, name), most).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (unreadable.includes(String(error.code))) return new Uint8Array(0)
    throw new HeldBack(name, error)
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
 * Whether a folder holds a vault, whole or damaged: a header, a snapshot, copies of what did not open, a journal with
 * anything in it, or one that is not the very first, which is all that an unfinished new vault leaves. Only a folder
 * without any of them is empty, so that damage is never taken for a place to begin anew.
 */
export async function holdsVault(disk: Disk, folder: string): Promise<boolean> {
  const names = await disk.list(folder)
  if ([...headerNames, asideName].some((name) => names.includes(name))) return true
  if (generationsOf(names, 'snapshot').length > 0) return true
  const journals = generationsOf(names, 'journal')
  if (journals.some((generation) => generation > 1)) return true
  if (journals.length === 0) return false
  return readVaultFile(disk, folder, journalName(1)).then(
    (first) => first !== undefined && first.length > journalHeadBytes,
    // What cannot be read now is not to be written over.
    () => true,
  )
}

const isFolderInTheWay = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['EISDIR', 'ERR_FS_EISDIR', 'EPERM'].includes(String(error.code))

/** Moves aside what stands under a name that is ours: a folder, which may be full of what is somebody's. */
async function moveAside(disk: Disk, folder: string, name: string): Promise<void> {
  const aside = await asideFolder(disk, folder)
  await disk.makeFolder(aside)
  await disk.rename(join(folder, name), join(aside, `${name}-${randomBytes(16).toString('hex')}`))
}

/** Frees a name that is ours: a file or a link is removed, a folder is moved aside. */
export async function freeName(disk: Disk, folder: string, name: string): Promise<void> {
  await disk.remove(join(folder, name)).catch(async (error: unknown) => {
    if (!isFolderInTheWay(error)) throw error
    await moveAside(disk, folder, name)
  })
}

/** Gives a file another name in the same folder, in one step; a folder that has that name is moved aside before. */
export async function putInPlace(disk: Disk, folder: string, from: string, name: string): Promise<void> {
  const rename = () => disk.rename(join(folder, from), join(folder, name))
  await rename().catch(async (error: unknown) => {
    if (!isFolderInTheWay(error)) throw error
    await moveAside(disk, folder, name).catch(() => {
      throw error
    })
    await rename()
  })
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
  await freeName(disk, folder, `${name}.tmp`)
  try {
    await disk.create(beside, bytes)
    const readBack = prove && (await disk.read(beside))
    if (prove && !(readBack && prove(readBack)))
      throw new Error('a file does not read back as it was written')
    await putInPlace(disk, folder, `${name}.tmp`, name)
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

/**
 * The folder for copies, be it there or not. A link in its place goes: what it leads to is somebody's, and neither
 * written to nor emptied.
 */
async function asideFolder(disk: Disk, folder: string): Promise<string> {
  const aside = join(folder, asideName)
  await disk.remove(aside).catch((error: unknown) => {
    if (!isFolderInTheWay(error)) throw error
  })
  return aside
}

/** Keeps a copy of a file that did not open, named after its content, for whoever wants to look into it. */
export async function keepAside(disk: Disk, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const aside = await asideFolder(disk, folder)
  const copy = `${name}-${Buffer.from(checksum(bytes, 16)).toString('hex')}`
  await disk.makeFolder(aside)
  await disk.syncFolder(folder)
  if ((await disk.list(aside)).includes(copy)) return
  await replaceFile(disk, aside, copy, bytes)
}

const copyName = /^(header-[ab]|(snapshot|journal)-\d{10})-[0-9a-f]{32}(\.tmp)?$/

/** Removes those copies and nothing else: after a new epoch they hold what no secret of today may open. */
export async function clearAside(disk: Disk, folder: string): Promise<void> {
  const aside = await asideFolder(disk, folder)
  const names = (await disk.list(aside)).filter((name) => copyName.test(name))
  for (const name of names)
    await disk.remove(join(aside, name)).catch((error: unknown) => {
      // A folder that was moved there: no copy of ours.
      if (!isFolderInTheWay(error)) throw error
    })
  if (names.length > 0) await disk.syncFolder(aside)
}
