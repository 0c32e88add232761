import { readdir } from 'node:fs/promises'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { answering, LONGEST_LOOK } from './store/backup/answering.ts'
import { readBackupName } from './store/backup/backup-name.ts'
import { destroyedListName } from './store/backup/destroyed-list.ts'

/**
 * Whether the folder of a target is there now. One that had backups and is empty is not: a stick that was taken out
 * leaves its mount point behind, and one that does not answer soon is not either.
 */
export async function isTargetThere({
  path,
  made,
}: Pick<CaseloadRecord<'backup-target'>, 'path' | 'made'>): Promise<boolean> {
  const listed = answering(path, () => readdir(path), { most: LONGEST_LOOK })
  const names = await listed.catch(() => null)
  if (names === null || made.length === 0) return names !== null
  return names.some((name) => name === destroyedListName || readBackupName(name) !== undefined)
}
