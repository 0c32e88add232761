import { readdir } from 'node:fs/promises'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { readBackupName } from './store/backup/backup-name.ts'
import { destroyedListName } from './store/backup/destroyed-list.ts'

/**
 * Whether the folder of a target is there now. One that had backups and is empty is not: a stick that was taken out
 * leaves its mount point behind.
 */
export async function isTargetThere({
  path,
  made,
}: Pick<CaseloadRecord<'backup-target'>, 'path' | 'made'>): Promise<boolean> {
  const names = await readdir(path).catch(() => null)
  if (names === null || made.length === 0) return names !== null
  return names.some((name) => name === destroyedListName || readBackupName(name) !== undefined)
}
