import { join } from 'node:path'
import { parseSnapshot } from '../crypto/v1/snapshot-file.ts'
import { loadSodium } from '../crypto/v1/sodium.ts'
import { parseHeader } from '../crypto/v1/header.ts'
import type { Disk } from '../disk.ts'
import { answeringDisk } from './answering.ts'
import { readBackupName, shortVaultId } from './backup-name.ts'
import { type TargetRefusal } from './backup-refusal.ts'
import { backupsToPrune, type LedgerLine } from './backups-to-prune.ts'
import { destroyedListName, extendDestroyedList, type ListState } from './destroyed-list.ts'
import {
  type BackupFacts,
  type BackupSource,
  type NotProven,
  type PerhapsThere,
  writeBackup,
  type WriteBackupMeans,
} from './write-backup.ts'

/** A folder for backups, and what the ledger knows to be in it. */
export type BackupTarget = { folder: string; ledger: LedgerLine[] }

/** All that the vault gives to its backups; `destroyed` holds the keyed hash of every scope that was ever destroyed. */
export type BackupOrder = BackupSource & { destroyed: Uint8Array[] }

/**
 * What happened in one target: the backup or why there is none, how its list of what was destroyed was found
 * and all that list holds now, and which older backups were removed. Without its list there is no backup: restoring one
 * would bring back what was destroyed.
 */
export type TargetOutcome = {
  target: string
  backup: BackupFacts | TargetRefusal | PerhapsThere | NotProven
  destroyed: { was: ListState; hashes: Uint8Array[] } | TargetRefusal
  pruned: string[]
}

/**
 * Whether a folder is the one that the ledger knows: where backups were made before, one of them or the list must
 * be there still, or an empty folder stands where a stick or a share should be mounted.
 */
async function isThere(disk: Disk, { folder, ledger }: BackupTarget, shortId: string): Promise<boolean> {
  if (ledger.length === 0) return true
  const names = await disk.list(folder).catch(() => [])
  return names.some((name) => name === destroyedListName || readBackupName(name)?.shortId === shortId)
}

/** Removes what need not be kept; answers what is gone. What cannot be removed now is removed another day. */
async function prune(disk: Disk, folder: string, ledger: LedgerLine[]): Promise<string[]> {
  const pruned: string[] = []
  try {
    const names = await disk.list(folder)
    // Only what is really there can be the last good one.
    for (const name of backupsToPrune(ledger.filter(({ fileName }) => names.includes(fileName)))) {
      await disk.remove(join(folder, name))
      pruned.push(name)
    }
    if (pruned.length > 0) await disk.syncFolder(folder)
  } catch {
    return pruned
  }
  return pruned
}

/**
 * Backs up to one folder after the other; one that fails, or does not answer, keeps no other from its backup. In each the
 * list of what was destroyed comes first, and nothing older is removed before the new backup is proven.
 */
export async function backUpToTargets(
  order: BackupOrder,
  targets: readonly BackupTarget[],
  means: WriteBackupMeans,
): Promise<TargetOutcome[]> {
  await loadSodium()
  const vaultId = vaultIdOf(order.snapshot)
  const { destroyed, ledgerHash } = order
  const outcomes: TargetOutcome[] = []
  for (const target of targets) {
    const { folder, ledger } = target
    const disk = answeringDisk(means.disk, folder, means.signal)
    if (!(await isThere(disk, target, shortVaultId(vaultId)))) {
      const missing: TargetRefusal = { refused: 'target-missing' }
      outcomes.push({ target: folder, backup: missing, destroyed: missing, pruned: [] })
      continue
    }
    const list = await extendDestroyedList(disk, folder, { vaultId, destroyed, ledgerHash })
    const backup = 'refused' in list ? list : await writeBackup(order, folder, means)
    const pruned =
      'refused' in backup ? [] : await prune(disk, folder, [...ledger, lineOf(backup, means.today)])
    outcomes.push({ target: folder, backup, destroyed: list, pruned })
  }
  return outcomes
}

const lineOf = ({ fileName, stateNumber }: BackupFacts, date: string): LedgerLine => ({
  fileName,
  stateNumber,
  date,
  proven: true,
})

function vaultIdOf(snapshot: Uint8Array): Uint8Array {
  const parsed = parseSnapshot(snapshot)
  const header = parsed.found === 'snapshot' ? parseHeader(parsed.file.headerBytes) : undefined
  if (header?.found !== 'header') throw new TypeError('not a whole snapshot')
  return header.header.vaultId
}
