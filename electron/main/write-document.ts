import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { open, rename, unlink, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type WriteRefusal = 'disk-full' | 'no-permission' | 'not-written'

/**
 * Writes a document so that its name only ever stands for all of it: a temporary file that nobody else can read,
 * flushed, then given its name, and the folder flushed. An existing file is replaced in one step. After a refusal
 * nothing of it is left behind.
 */
export async function writeDocument(path: string, bytes: Uint8Array): Promise<'written' | WriteRefusal> {
  const folder = dirname(path)
  const temporary = join(folder, `.luwte-${randomBytes(8).toString('hex')}.tmp`)
  let file: FileHandle | undefined
  try {
    file = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(temporary, path)
  } catch (error) {
    await file?.close().catch(() => undefined)
    await unlink(temporary).catch(() => undefined)
    return refusalFor(error)
  }
  await flushFolder(folder)
  return 'written'
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
