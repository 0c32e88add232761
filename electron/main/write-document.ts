import { randomBytes } from 'node:crypto'
import { constants, unlinkSync } from 'node:fs'
import { open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type WriteRefusal = 'disk-full' | 'no-permission' | 'not-written'

/** Temporary files that are being written at this moment, each with what is being done. */
const underWay = new Map<string, Promise<unknown>>()

/** Resolves when no document is being written any more. */
export async function documentsWritten(): Promise<void> {
  await Promise.allSettled(underWay.values())
}

/** Removes what was written of documents that are not whole yet: the last thing to do before this process ends. */
export function abandonDocuments(): void {
  for (const temporary of underWay.keys()) {
    try {
      unlinkSync(temporary)
    } catch {
      // It has its name by now, or was never made.
    }
  }
}

/**
 * Removes temporary files that a process left in a folder when it was killed: they are out of sight and not sealed. One
 * that another computer is writing there at this moment goes too, and its advisor hears that it was not written.
 */
export async function removeLeftBehind(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    if (/^\.luwte-[0-9a-f]{16}\.tmp$/.test(name) && !underWay.has(path))
      await unlink(path).catch(() => undefined)
  }
}

/**
 * Writes a document so that its name only ever stands for all of it: a temporary file that nobody else can read,
 * flushed, then given its name, and the folder flushed. An existing file is replaced in one step. After a refusal
 * nothing of it is left behind; what a process that was killed left in the folder goes first.
 */
export async function writeDocument(path: string, bytes: Uint8Array): Promise<'written' | WriteRefusal> {
  const folder = dirname(path)
  await removeLeftBehind(folder)
  const temporary = join(folder, `.luwte-${randomBytes(8).toString('hex')}.tmp`)
  const written = writeBeside(temporary, path, bytes)
  underWay.set(temporary, written)
  const outcome = await written
  underWay.delete(temporary)
  if (outcome === 'written') await flushFolder(folder)
  return outcome
}

/** Never rejects. */
async function writeBeside(
  temporary: string,
  path: string,
  bytes: Uint8Array,
): Promise<'written' | WriteRefusal> {
  let file: FileHandle | undefined
  try {
    file = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(temporary, path)
    return 'written'
  } catch (error) {
    await file?.close().catch(() => undefined)
    await unlink(temporary).catch(() => undefined)
    return refusalFor(error)
  }
}

/** Windows cannot flush a folder, and the rename itself is done by now: a failure changes nothing that was said. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close().catch(() => undefined)
}

function refusalFor(error: unknown): WriteRefusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no-permission'
    default:
      return 'not-written'
  }
}
