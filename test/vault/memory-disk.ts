import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Appender, Disk } from '../../electron/vault/store/disk.ts'

type File = { bytes: Uint8Array }

/** A disk that is no more than a list of files, made anew in no time: for thousands of rounds over the same vault. */
export class MemoryDisk implements Disk {
  readonly #files = new Map<string, File>()

  /** A copy of all that lies in a folder, without its subfolders. */
  static of(folder: string): MemoryDisk {
    const disk = new MemoryDisk()
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isFile()) disk.#files.set(path, { bytes: new Uint8Array(readFileSync(path)) })
    }
    return disk
  }

  /** A disk with the same files, on which nothing that happens shows on this one. */
  copy(): MemoryDisk {
    const disk = new MemoryDisk()
    for (const [path, { bytes }] of this.#files) disk.#files.set(path, { bytes })
    return disk
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()].sort()
  }

  /** The size of a file in bytes. */
  sizeOf(path: string): number {
    return this.#file(path).bytes.length
  }

  /** What is in a file, copied. */
  bytesOf(path: string): Buffer {
    return Buffer.from(this.#file(path).bytes)
  }

  /** Puts other bytes under a name, be there a file or not. */
  put(path: string, bytes: Uint8Array): void {
    this.#files.set(path, { bytes: new Uint8Array(bytes) })
  }

  /** Turns one bit of a file over, bit 0 being the lowest of its first byte. */
  flip(path: string, bit: number): void {
    const bytes = this.#file(path).bytes.slice()
    const at = Math.floor(bit / 8)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8))
    this.#files.set(path, { bytes })
  }

  #file(path: string): File {
    const file = this.#files.get(path)
    if (file === undefined) throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' })
    return file
  }

  makeFolder = (): Promise<void> => Promise.resolve()
  syncFolder = (): Promise<void> => Promise.resolve()
  list = (path: string): Promise<string[]> =>
    Promise.resolve(
      this.paths.filter((one) => dirname(one) === path).map((one) => one.slice(path.length + 1)),
    )
  read = (path: string): Promise<Uint8Array | undefined> =>
    Promise.resolve(this.#files.get(path)?.bytes.slice())

  create = (path: string, bytes: Uint8Array): Promise<void> => this.#add(path, { bytes: bytes.slice() })

  #add(path: string, file: File): Promise<void> {
    if (this.#files.has(path)) return Promise.reject(Object.assign(new Error(path), { code: 'EEXIST' }))
    this.#files.set(path, file)
    return Promise.resolve()
  }

  append = (path: string): Promise<Appender> => {
    const file = this.#file(path)
    return Promise.resolve({
      size: () => Promise.resolve(this.#files.get(path) === file ? file.bytes.length : -1),
      append: (bytes) => {
        file.bytes = new Uint8Array(Buffer.concat([file.bytes, bytes]))
        return Promise.resolve()
      },
      sync: () => Promise.resolve(),
      close: () => Promise.resolve(),
    })
  }

  link = (path: string, name: string): Promise<boolean> =>
    this.#add(name, this.#file(path)).then(
      () => true,
      () => false,
    )

  rename = (path: string, name: string): Promise<void> => {
    this.#files.set(name, this.#file(path))
    this.#files.delete(path)
    return Promise.resolve()
  }

  remove = (path: string): Promise<void> => {
    this.#files.delete(path)
    return Promise.resolve()
  }
}
