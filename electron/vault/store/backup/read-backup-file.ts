import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openFile } from '../open-file.ts'
import { answering, patienceFor } from './answering.ts'
import { type BackupRefusal, codeOf, damaged } from './backup-refusal.ts'
import { type Beginning, leastBackupBytes, mostBeginningBytes, parseBeginning } from './backup-file.ts'

/** What Node reads into one buffer. */
const mostBytes = 2 ** 31 - 1

type Start = {
  handle: FileHandle
  size: number
  beginning: ReturnType<typeof parseBeginning>
  /** Asks for the time that reading so many bytes may take. */
  reads: (bytes: number) => void
}

async function useStart<Result>(
  path: string,
  reads: Start['reads'],
  use: (start: Start) => Promise<Result>,
): Promise<Result> {
  const handle = await openFile(path)
  try {
    const stat = await handle.stat()
    const start = new Uint8Array(Math.min(stat.size, mostBeginningBytes))
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    const beginning = parseBeginning(start.subarray(0, bytesRead), stat.size)
    return await use({ handle, size: stat.size, beginning, reads })
  } finally {
    await handle.close()
  }
}

async function withStart<Result>(
  path: string,
  use: (start: Start) => Promise<Result>,
): Promise<Result | BackupRefusal> {
  try {
    return await answering(dirname(path), (longer) =>
      useStart(path, (bytes) => longer(patienceFor(bytes)), use),
    )
  } catch (error) {
    // A bad sector: it is there, and it cannot be read.
    if (codeOf(error) === 'EIO') return damaged('file')
    if (codeOf(error) === '') throw error
    return { refused: codeOf(error) === 'ENOTFILE' ? 'not-a-backup' : 'no-backup' }
  }
}

/** Only the start of a backup: what it says of itself, verified against its checksum and the file's size alone. */
export function readBeginning(path: string): Promise<Beginning | BackupRefusal> {
  return withStart(path, async ({ beginning }) => ('format' in beginning ? damaged('beginning') : beginning))
}

/**
 * The bytes of a backup file. Nothing is read, nor memory taken, for a file whose start does not say that it is a
 * backup of just this size.
 */
export function readBackupFile(path: string): Promise<Uint8Array | BackupRefusal> {
  return withStart(path, async ({ handle, size, beginning, reads }) => {
    if ('refused' in beginning) return beginning
    if (size > mostBytes || size < leastBackupBytes) return damaged('beginning')
    reads(size)
    const bytes = await handle.readFile()
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  })
}
