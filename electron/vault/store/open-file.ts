import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** What stands under a name is a folder, a pipe or a device, where a file should be; bears `code` like a system error. */
class NotAFile extends Error {
  readonly code = 'ENOTFILE'
}

/**
 * Opens a file for reading. Never waits for whoever would write into a pipe, and takes memory for nothing that says to be
 * endless: what is no ordinary file rejects with code `ENOTFILE`, anything else with the system's own error.
 */
export async function openFile(path: string): Promise<FileHandle> {
  // Windows has no such flag, and no pipes among its files.
  const nonBlocking = process.platform === 'win32' ? 0 : constants.O_NONBLOCK
  const handle = await open(path, constants.O_RDONLY | nonBlocking)
  const isFile = await handle.stat().then(
    (found) => found.isFile(),
    () => false,
  )
  if (isFile) return handle
  await handle.close()
  throw new NotAFile('what has the name of a file is none')
}
