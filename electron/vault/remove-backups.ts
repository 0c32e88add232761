import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isTargetThere } from './is-target-there.ts'
import { type Target } from './safekeeping.ts'
import { answering, answeringDisk } from './store/backup/answering.ts'
import { nodeDisk } from './store/node-disk.ts'

/**
 * Removes backups from a target by file name; answers those that were there and are gone. One that was not there may
 * lie on another medium, which is mounted at this place at other times.
 */
export async function removeBackups(target: Target, fileNames: readonly string[]): Promise<string[]> {
  if (fileNames.length === 0 || !(await isTargetThere(target))) return []
  const gone: string[] = []
  for (const fileName of fileNames) {
    const removed = await answering(target.path, () => unlink(join(target.path, fileName))).then(
      () => true,
      () => false,
    )
    if (removed) gone.push(fileName)
  }
  if (gone.length > 0)
    await answeringDisk(nodeDisk, target.path)
      .syncFolder(target.path)
      .catch(() => undefined)
  return gone
}
