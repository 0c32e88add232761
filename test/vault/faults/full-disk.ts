import type { Appender, Disk } from '../../../electron/vault/store/disk.ts'

/** A call that asks for room, and the bytes that it brings. */
export type WriteStep = { call: string; bytes: number }

/** When a disk is full: after so many bytes, or from one call on, counted from 0, that asks for any room at all. */
export type Full = { afterBytes: number } | { fromCall: number }

const noRoom = () => Object.assign(new Error('no room'), { code: 'ENOSPC' })

/** A disk that becomes full at a moment that a test chooses; what fitted is really written. */
export class FullDisk implements Disk {
  readonly #inner: Disk
  #full: Full | undefined
  #steps: WriteStep[] = []

  constructor(inner: Disk) {
    this.#inner = inner
  }

  /** From now on, counted anew, the disk is full at that moment; without one it has room again. */
  arm(full?: Full): void {
    this.#full = full
    this.#steps = []
  }

  /** Every call that asked for room since it was armed. */
  get steps(): readonly WriteStep[] {
    return this.#steps
  }

  /** How many of these bytes fit; throws where the whole call finds no room. */
  #room(call: string, bytes = 0): number {
    const written = this.#steps.reduce((sum, step) => sum + step.bytes, 0)
    const number = this.#steps.push({ call, bytes }) - 1
    const full = this.#full
    if (full && 'fromCall' in full && number >= full.fromCall) throw noRoom()
    return full && 'afterBytes' in full ? Math.max(0, Math.min(bytes, full.afterBytes - written)) : bytes
  }

  async create(path: string, bytes: Uint8Array): Promise<void> {
    const fits = this.#room('create', bytes.length)
    await this.#inner.create(path, bytes.subarray(0, fits))
    if (fits < bytes.length) throw noRoom()
  }

  async append(path: string): Promise<Appender> {
    const appender = await this.#inner.append(path)
    return {
      size: () => appender.size(),
      close: () => appender.close(),
      append: async (bytes) => {
        const fits = this.#room('append', bytes.length)
        await appender.append(bytes.subarray(0, fits))
        if (fits < bytes.length) throw noRoom()
      },
      sync: async () => {
        this.#room('sync')
        await appender.sync()
      },
    }
  }

  async link(path: string, name: string): Promise<boolean> {
    this.#room('link')
    return this.#inner.link(path, name)
  }

  async rename(path: string, name: string): Promise<void> {
    this.#room('rename')
    await this.#inner.rename(path, name)
  }

  async makeFolder(path: string): Promise<void> {
    this.#room('makeFolder')
    await this.#inner.makeFolder(path)
  }

  async syncFolder(path: string): Promise<void> {
    this.#room('syncFolder')
    await this.#inner.syncFolder(path)
  }

  list = (path: string) => this.#inner.list(path)
  read = (path: string, most?: number) => this.#inner.read(path, most)
  remove = (path: string) => this.#inner.remove(path)
}

/** The moments around every boundary of every write and one within; beside them every `step`-th byte. */
export function momentsOf(steps: readonly WriteStep[], step = Number.POSITIVE_INFINITY): Full[] {
  const counts = new Set<number>()
  let start = 0
  for (const { bytes } of steps) {
    const within = [0, 1, Math.floor(bytes / 2), bytes - 1].filter((k) => k >= 0 && k < bytes)
    for (let k = 0; k < bytes; k += step) counts.add(start + k)
    for (const k of within) counts.add(start + k)
    start += bytes
  }
  return [...steps.map((_, fromCall) => ({ fromCall })), ...[...counts].map((afterBytes) => ({ afterBytes }))]
}
