import { constants } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import type { Appender, Disk } from './disk.ts'
import { openFile } from './open-file.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

async function unless<Value>(codes: string, work: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (codes.split(' ').includes(codeOf(error))) return otherwise
    throw error
  }
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done)
    done += bytesWritten
  }
}

async function read(path: string, most?: number): Promise<Buffer> {
  const handle = await openFile(path)
  try {
    if (most === undefined) return await handle.readFile()
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(Math.min(size, most)) })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function create(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await writeWhole(handle, bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function append(path: string): Promise<Appender> {
  const handle = await open(path, constants.O_WRONLY | constants.O_APPEND)
  return {
    async size() {
      const [opened, named] = await Promise.all([handle.stat(), unless('ENOENT', stat(path), undefined)])
      return named && named.ino === opened.ino && named.dev === opened.dev ? named.size : -1
    },
    append: (bytes) => writeWhole(handle, bytes),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

/** File systems without a second name for a file (FAT, some shares) get a copy that must not exist before. */
async function linkOrCopy(path: string, name: string): Promise<boolean> {
  try {
    await link(path, name)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN'].includes(codeOf(error)))
      throw error
  }
  return unless(
    'EEXIST',
    create(name, await readFile(path)).then(() => true),
    false,
  )
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no fsync for a folder; there a rename is in the file system's own log.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The disk as Node reaches it. */
export const nodeDisk: Disk = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 })
  },
  list: (path) => unless('ENOENT ENOTDIR ELOOP', readdir(path), []),
  read: async (path, most) => {
    const buffer = await unless('ENOENT', read(path, most), undefined)
    return buffer && new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  },
  create,
  append,
  link: linkOrCopy,
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
}
