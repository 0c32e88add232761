import { join } from 'node:path'
import type { Kdf } from '../crypto/v1/kdf.ts'
import { exportOf } from '../exported.ts'
import { nextEpoch } from '../next-epoch.ts'
import type { Secret } from '../unlock.ts'
import { backupName, readBackupName, shortVaultId } from './backup-name.ts'
import { type BackupRefusal, tampered, type TargetRefusal } from './backup-refusal.ts'
import { deriveOnce } from './derive-once.ts'
import { openBackupFile } from './open-backup.ts'
import { readBeginning } from './read-backup-file.ts'
import {
  type BackupFacts,
  type NotProven,
  type PerhapsThere,
  writeBackup,
  type WriteBackupMeans,
} from './write-backup.ts'

/**
 * What became of one backup: rewritten and proven, `clean` because it remembers those scopes as destroyed already, or
 * why it still holds them. A wrong passphrase means that it is of the time of another one.
 */
export type RewriteOutcome = {
  fileName: string
  outcome: BackupFacts | 'clean' | BackupRefusal | TargetRefusal | PerhapsThere | NotProven
}

/**
 * Takes destroyed scopes out of backups that are within reach, keys and records, each in its place and under its
 * name: what is left is sealed anew under keys of its own, opens with the same secrets and tells the same
 * state. Only a proven file takes the old one's place. `destroyed` are keyed hashes, as the store remembers them. What
 * a medium keeps of the bytes that were there before is beyond anybody's reach but the medium's.
 */
export async function rewriteBackups(
  folder: string,
  fileNames: readonly string[],
  { secret, destroyed }: { secret: Secret; destroyed: readonly Uint8Array[] },
  means: Omit<WriteBackupMeans, 'today'> & { kdf: Kdf },
): Promise<RewriteOutcome[]> {
  const kdf = deriveOnce(means.kdf)
  const outcomes: RewriteOutcome[] = []
  for (const fileName of fileNames) {
    if (means.signal?.aborted) break
    const outcome = await rewriteBackup(folder, fileName, { secret, destroyed }, { ...means, kdf })
    outcomes.push({ fileName, outcome })
  }
  return outcomes
}

async function rewriteBackup(
  folder: string,
  fileName: string,
  { secret, destroyed }: { secret: Secret; destroyed: readonly Uint8Array[] },
  { kdf, ...means }: Omit<WriteBackupMeans, 'today'> & { kdf: Kdf },
): Promise<RewriteOutcome['outcome']> {
  const name = readBackupName(fileName)
  if (!name) return { refused: 'not-a-backup' }
  const opened = await openBackupFile(join(folder, fileName), secret, kdf)
  if ('refused' in opened) return opened
  const known = new Set(opened.keyring.destroyedHashes().map((hash) => Buffer.from(hash).toString('hex')))
  const clean = destroyed.every((hash) => known.has(Buffer.from(hash).toString('hex')))
  const { stateNumber, head, lastChangeAt } = opened.content
  const ownName = backupName({ ...name, shortId: shortVaultId(opened.keyring.vaultId), stateNumber })
  const next = clean ? undefined : nextEpoch(opened, { at: lastChangeAt, remember: destroyed })
  try {
    // Under another name than its own it would be written beside what is there, which would stay.
    if (ownName !== fileName) return tampered('name')
    if (!next) return 'clean'
    const content = { ...next.content, stateNumber, head }
    // As long as before: who looks twice must not see how much was taken out.
    const beginning = await readBeginning(join(folder, fileName))
    const atLeast = 'refused' in beginning ? 0 : beginning.contentLength
    const { snapshot, recordLengths } = exportOf({ ...next, content }, atLeast)
    const ledgerHash = (message: Uint8Array) => next.keyring.keyedHash('ledger', message)
    return await next.keyring.lendBackupKey((backupKey) =>
      writeBackup({ snapshot, recordLengths, backupKey, ledgerHash }, folder, { ...means, today: name.date }),
    )
  } finally {
    opened.content.records.clear()
    next?.content.records.clear()
    for (const keyring of [opened.keyring, next?.keyring]) keyring?.wipe()
  }
}
