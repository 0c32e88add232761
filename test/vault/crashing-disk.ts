import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from '../../electron/vault/store/disk.ts'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import type { Store } from '../../electron/vault/store/store.ts'
import { copyOf, newFolder, opened, openSample, type Sample } from './store-fixture.ts'

/** A disk that carries out so many changes and then no more, as if the process had ended; the last one by half. */
export class CrashingDisk implements Disk {
  /** How many changes are still carried out. */
  left = Number.POSITIVE_INFINITY

  #crashes(): boolean {
    this.left -= 1
    return this.left < 0
  }

  #ended = (): never => {
    throw Object.assign(new Error('the process has ended'), { code: 'ESRCH' })
  }

  async create(path: string, bytes: Uint8Array): Promise<void> {
    if (!this.#crashes()) return nodeDisk.create(path, bytes)
    if (this.left === -1) await nodeDisk.create(path, bytes.subarray(0, bytes.length / 2))
    this.#ended()
  }

  async append(path: string) {
    const appender = await nodeDisk.append(path)
    const append = (bytes: Uint8Array) => (this.#crashes() ? this.#ended() : appender.append(bytes))
    return { ...appender, append: async (bytes: Uint8Array) => append(bytes) }
  }

  rename = async (path: string, name: string) =>
    this.#crashes() ? this.#ended() : nodeDisk.rename(path, name)
  remove = async (path: string) => (this.#crashes() ? this.#ended() : nodeDisk.remove(path))
  makeFolder = (path: string) => nodeDisk.makeFolder(path)
  list = (path: string) => nodeDisk.list(path)
  read = (path: string) => nodeDisk.read(path)
  link = (path: string, name: string) => nodeDisk.link(path, name)
  syncFolder = (path: string) => nodeDisk.syncFolder(path)
}

/** What the crash left behind, as the next process finds it. */
export async function afterCrash({ folder, recoveryKey }: Sample): Promise<Sample> {
  const copy = await newFolder()
  await cp(folder, copy, { recursive: true })
  await rm(join(copy, 'lock.json'), { force: true })
  return { folder: copy, recoveryKey }
}

/** Lets the work crash before each of its changes to the disk in turn, and looks at what each crash left. */
export async function crashEverywhere(
  from: Sample,
  work: (store: Store) => Promise<unknown>,
  judge: (left: Sample, finished: boolean) => Promise<void>,
): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const vault = await copyOf(from)
    const disk = new CrashingDisk()
    const store = opened(await openSample(vault, disk))
    disk.left = steps
    const finished = await work(store).then(
      () => true,
      () => false,
    )
    await judge(await afterCrash(vault), finished)
    await store.close().catch(() => undefined)
    if (finished) return steps
  }
}
