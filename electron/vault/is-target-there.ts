import { readdir } from 'node:fs/promises'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { inTime } from './in-time.ts'
import { readBackupName } from './store/backup/backup-name.ts'
import { destroyedListName } from './store/backup/destroyed-list.ts'

/** In milliseconds; a share that answers later is not there. */
const LONGEST_SILENCE = 3000

/**
 * Whether the folder of a target is there now. One that had backups and is empty is not: a stick that was taken out
 * leaves its mount point behind.
 */
export async function isTargetThere({
  path,
  made,
}: Pick<CaseloadRecord<'backup-target'>, 'path' | 'made'>): Promise<boolean> {
  const listed = readdir(path).catch(() => null)
  const names = await inTime(LONGEST_SILENCE, listed, null)
  if (names === null || made.length === 0) return names !== null
  return names.some((name) => name === destroyedListName || readBackupName(name) !== undefined)
}
