import { statfsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Disk } from '../../electron/vault/store/disk.ts'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import {
  argon2id,
  type Change,
  type Kdf,
  openVault,
  prepareVault,
  type Store,
  type VaultRefusal,
} from '../../electron/vault/store/store.ts'

export const passphrase = 'zes fictieve woorden op een rij'
export const params = { memoryKiB: 256 * 1024, passes: 3 }
export const at = '2026-11-20T18:04:00.000Z'

/** Opening with a recovery key needs no Argon2; a test that opens so fails if it is asked for all the same. */
export const noKdf: Kdf = () => Promise.reject(new Error('Argon2 was asked for'))

/**
 * Where folders of tests come: in memory, where the system has room for files there. These tests are of what is
 * written in which order, and waiting for the disk would take most of their time.
 */
function placeForFolders(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 2 ** 30 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

const folders: string[] = []

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(placeForFolders(), 'vault-test-'))
  folders.push(folder)
  return folder
}

export const put = (id: string, body: unknown, scope = `case:${id}`): Change => ({
  id,
  kind: 'note',
  scope,
  body,
})

export function opened(answer: Store | VaultRefusal): Store {
  if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

/** A closed vault; on the disk of the system unless it says another one. */
export type Sample = { folder: string; recoveryKey: string; disk?: Disk }

/** A vault with nothing in it, closed. */
export async function newVault(disk: Disk = nodeDisk): Promise<Sample> {
  const prepared = await prepareVault({ passphrase, kdf: argon2id, params })
  prepared.confirm(prepared.recoveryKeyText)
  const folder = await newFolder()
  await opened(await prepared.write(folder, disk)).close()
  return { folder, recoveryKey: prepared.recoveryKeyText }
}

/** The same vault in a folder of its own, so that a test may spoil it. */
export async function copyOf({ folder, recoveryKey }: Sample): Promise<Sample> {
  const copy = await newFolder()
  await cp(folder, copy, { recursive: true })
  return { folder: copy, recoveryKey }
}

export const openSample = (sample: Sample, disk: Disk = sample.disk ?? nodeDisk) =>
  openVault(sample.folder, { recoveryKey: sample.recoveryKey }, { kdf: noKdf, disk })

/** Everything that can be compared: bodies by id, kind and scope, and the state number. */
export function contentOf(store: Store): Record<string, unknown> {
  const content: Record<string, unknown> = { stateNumber: store.state.stateNumber }
  for (const { id, kind, scope, version, body } of store.all()) content[id] = { kind, scope, version, body }
  return content
}

/** Opens, looks, closes. */
export async function look(
  sample: Sample,
): Promise<{ content: Record<string, unknown>; findings: string[] }> {
  const store = opened(await openSample(sample))
  const found = store.findings.map(({ finding, part }) => `${finding} ${part}`)
  const content = contentOf(store)
  await store.close()
  return { content, findings: found }
}

/** Opens, commits each list of changes, closes; answers what was in it then. */
export async function fill(sample: Sample, ...commits: Change[][]): Promise<Record<string, unknown>> {
  const store = opened(await openSample(sample))
  for (const changes of commits) await store.commit(changes, at)
  const content = contentOf(store)
  await store.close()
  return content
}

/** The name of the newest file of a kind. */
export async function newest(folder: string, kind: 'snapshot' | 'journal'): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${kind}-`)).sort()
  const name = names.at(-1)
  if (!name) throw new Error(`no ${kind}`)
  return join(folder, name)
}

export async function change(path: string, edit: (bytes: Buffer) => Buffer | undefined): Promise<void> {
  const bytes = await readFile(path)
  await writeFile(path, edit(bytes) ?? bytes)
}

export const flip =
  (offset: number) =>
  (bytes: Buffer): undefined => {
    bytes[offset] = (bytes[offset] ?? 0) ^ 0x01
  }

/** All files of a folder but the lock, to see that nothing was touched. */
export async function imageOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name !== 'aside').sort()
  const files = names.map(
    async (name) => [name, (await readFile(join(folder, name))).toString('base64')] as const,
  )
  return Object.fromEntries(await Promise.all(files))
}

/** A disk that is full after so many bytes, or whose fsync fails; what fitted is really written. */
export class FailingDisk implements Disk {
  written = 0
  room = Number.POSITIVE_INFINITY
  syncFails = false

  #take(bytes: Uint8Array): { fits: Uint8Array; full: boolean } {
    const fits = bytes.subarray(0, Math.max(0, this.room - this.written))
    this.written += fits.length
    return { fits, full: fits.length < bytes.length }
  }

  async create(path: string, bytes: Uint8Array): Promise<void> {
    const { fits, full } = this.#take(bytes)
    await nodeDisk.create(path, fits)
    if (full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    if (this.syncFails) throw Object.assign(new Error('input or output error'), { code: 'EIO' })
  }

  async append(path: string) {
    const appender = await nodeDisk.append(path)
    return {
      ...appender,
      append: async (bytes: Uint8Array): Promise<void> => {
        const { fits, full } = this.#take(bytes)
        await appender.append(fits)
        if (full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      },
      sync: async (): Promise<void> => {
        if (this.syncFails) throw Object.assign(new Error('input or output error'), { code: 'EIO' })
        await appender.sync()
      },
    }
  }

  makeFolder = (path: string) => nodeDisk.makeFolder(path)
  list = (path: string) => nodeDisk.list(path)
  read = (path: string) => nodeDisk.read(path)
  link = (path: string, name: string) => nodeDisk.link(path, name)
  rename = (path: string, name: string) => nodeDisk.rename(path, name)
  remove = (path: string) => nodeDisk.remove(path)
  syncFolder = (path: string) => nodeDisk.syncFolder(path)
}
