import { writeSync } from 'node:fs'
import type { Appender, Disk } from '../../../electron/vault/store/disk.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'

/** Ends this process outright: no handler runs and nothing is flushed that the system does not have yet. */
export function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('a killed process goes on')
}

/**
 * A disk that kills its own process at a given call, counted from when it was armed: before the call, or with half of
 * the bytes written where there are any. `everyCall` counts what only reads too.
 */
export class DyingDisk implements Disk {
  readonly #everyCall: boolean
  #left = Number.POSITIVE_INFINITY

  constructor(everyCall: boolean) {
    this.#everyCall = everyCall
  }

  /** Lets so many calls through and no more. */
  arm(calls: number): void {
    this.#left = calls
  }

  #isLast(changes: boolean): boolean {
    if (changes || this.#everyCall) this.#left -= 1
    return this.#left < 0
  }

  #unlessLast<Result>(changes: boolean, work: () => Promise<Result>): Promise<Result> {
    return this.#isLast(changes) ? die() : work()
  }

  async create(path: string, bytes: Uint8Array): Promise<void> {
    if (!this.#isLast(true)) return nodeDisk.create(path, bytes)
    await nodeDisk.create(path, bytes.subarray(0, bytes.length / 2))
    die()
  }

  async append(path: string): Promise<Appender> {
    const appender = await this.#unlessLast(false, () => nodeDisk.append(path))
    return {
      size: () => this.#unlessLast(false, () => appender.size()),
      append: async (bytes) => {
        if (!this.#isLast(true)) return appender.append(bytes)
        await appender.append(bytes.subarray(0, bytes.length / 2))
        die()
      },
      sync: () => this.#unlessLast(false, () => appender.sync()),
      close: () => this.#unlessLast(false, () => appender.close()),
    }
  }

  makeFolder = (path: string) => this.#unlessLast(true, () => nodeDisk.makeFolder(path))
  list = (path: string) => this.#unlessLast(false, () => nodeDisk.list(path))
  read = (path: string) => this.#unlessLast(false, () => nodeDisk.read(path))
  link = (path: string, name: string) => this.#unlessLast(true, () => nodeDisk.link(path, name))
  rename = (path: string, name: string) => this.#unlessLast(true, () => nodeDisk.rename(path, name))
  remove = (path: string) => this.#unlessLast(true, () => nodeDisk.remove(path))
  syncFolder = (path: string) => this.#unlessLast(false, () => nodeDisk.syncFolder(path))
}

/** Says something to whoever started this process, so that it is said before the process can end. */
export function say(...words: string[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}
