import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { sameBytes } from './store/crypto/v1/checksum.ts'
import { parseHeader } from './store/crypto/v1/header.ts'
import { nodeDisk } from './store/node-disk.ts'
import { vaultExists } from './store/store.ts'
import { momentOf } from './moment-of.ts'

/**
 * The vaults on this computer, by the names of their folders: the first, and those that were restored beside it
 * (`kluis`, `kluis-2`, `kluis-3`), in that order. A folder without a vault is none.
 */
export async function vaultNames(firstFolder: string): Promise<string[]> {
  const first = basename(firstFolder)
  const names = await readdir(dirname(firstFolder)).catch(() => [])
  const vaults: string[] = []
  for (const name of names.filter((one) => numberOf(first, one) !== null))
    if (await vaultExists(join(dirname(firstFolder), name))) vaults.push(name)
  return vaults.sort((a, b) => (numberOf(first, a) ?? 0) - (numberOf(first, b) ?? 0))
}

/**
 * The other folders on this computer that hold, or may hold, what the vault in `ownFolder` holds: those with its id, and
 * those that do not say which vault they are. `changedAt` is when the folder changed last, or `now` where that is unknown.
 */
export async function vaultsBeside(
  firstFolder: string,
  ownFolder: string,
  vaultId: Uint8Array,
  now: string,
): Promise<{ name: string; changedAt: string }[]> {
  const beside: { name: string; changedAt: string }[] = []
  for (const name of await vaultNames(firstFolder)) {
    const folder = join(dirname(firstFolder), name)
    if (name === basename(ownFolder) || (await isOfAnotherVault(folder, vaultId))) continue
    const changedAt = await stat(folder).then(
      ({ mtimeMs }) => momentOf(mtimeMs, now),
      () => now,
    )
    beside.push({ name, changedAt })
  }
  return beside
}

async function isOfAnotherVault(folder: string, vaultId: Uint8Array): Promise<boolean> {
  const files = await Promise.all(
    ['header-a', 'header-b'].map((name) => nodeDisk.read(join(folder, name)).catch(() => undefined)),
  )
  const found = files.flatMap((bytes) => (bytes === undefined ? [] : [parseHeader(bytes)]))
  const ids = found.flatMap((parsed) => (parsed.found === 'header' ? [parsed.header.vaultId] : []))
  return ids.length > 0 && ids.every((id) => !sameBytes(id, vaultId))
}

/**
 * Where a vault that is restored goes: the first folder, or the first numbered one beside it, that is not there or is
 * empty. A stray file in one of them, or a folder with a far number, keeps nobody from restoring.
 */
export async function freeFolder(firstFolder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? firstFolder : `${firstFolder}-${number}`
    if (numberOf(basename(firstFolder), basename(folder)) === null) throw new Error('no folder is free')
    if (await isFree(folder)) return folder
  }
}

async function isFree(folder: string): Promise<boolean> {
  const isThere = await lstat(folder).then(
    () => true,
    () => false,
  )
  return !isThere || (await readdir(folder).catch(() => [folder])).length === 0
}

/**
 * Removes what a restore that was cut off left beside the vaults. It is sealed and nobody would miss it, but what is
 * destroyed in the vault must not lie on in it.
 */
export async function removeUnfinishedRestores(firstFolder: string): Promise<void> {
  const around = dirname(firstFolder)
  for (const name of await readdir(around).catch(() => [])) {
    const isUnfinished =
      name.endsWith('.restoring') &&
      numberOf(basename(firstFolder), name.slice(0, -'.restoring'.length)) !== null
    // What cannot be removed now is tried again at the next unlocking.
    if (isUnfinished) await rm(join(around, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

function numberOf(first: string, name: string): number | null {
  if (name === first) return 1
  const number = name.startsWith(`${first}-`) ? name.slice(first.length + 1) : ''
  return /^[1-9]\d{0,3}$/.test(number) ? Number(number) : null
}
