import { join } from 'node:path'
import { sameBytes } from '../crypto/v1/checksum.ts'
import { loadSodium } from '../crypto/v1/sodium.ts'
import type { Disk } from '../disk.ts'
import { answering, answeringDisk, patienceFor } from './answering.ts'
import { type Beginning, encodeBackup, type LedgerHash } from './backup-file.ts'
import { backupName, readBackupName, shortVaultId } from './backup-name.ts'
import {
  type BackupRefusal,
  codeOf,
  noFolderSync,
  targetRefusal,
  type TargetRefusal,
} from './backup-refusal.ts'
import { type BackupExpectation, expectationOf, type Prove } from './prove-backup.ts'
import { readBeginning } from './read-backup-file.ts'

/** What a backup is made of: what the store exports, and the backup key of the same epoch, wiped by whoever lent it. */
export type BackupSource = {
  snapshot: Uint8Array
  recordLengths: number[]
  backupKey: Uint8Array
  ledgerHash: LedgerHash
}

/** What the ledger keeps of a backup that was made and proven; `head` in hex, `provenAt` an ISO instant. */
export type BackupFacts = {
  target: string
  fileName: string
  stateNumber: number
  head: string
  bytes: number
  provenAt: string
}

/** A backup that was written and did not prove to be what the vault holds, so that it was taken away again. */
export type NotProven = { refused: 'not-proven'; because: BackupRefusal | 'proof-ended' }

/**
 * A backup of which nobody knows whether it stands: giving it its name was not answered in time. It has to be looked for
 * wherever something of it must be taken out.
 */
export type PerhapsThere = { refused: 'target-missing'; perhaps: { fileName: string; stateNumber: number } }

/**
 * What writing has from outside: the disk, the proof, this day (`YYYY-MM-DD`) and the instant when it is asked. `signal`
 * calls it off: what is not finished is taken away again.
 */
export type WriteBackupMeans = {
  disk: Disk
  prove: Prove
  today: string
  now: () => string
  signal?: AbortSignal | undefined
}

async function syncTarget(disk: Disk, target: string): Promise<void> {
  try {
    await disk.syncFolder(target)
  } catch (error) {
    if (!noFolderSync.includes(codeOf(error))) throw error
  }
}

/** Whether a name is free, or bears a backup of this very state, or a broken one, which a proven one may replace. */
function isReplaceable(there: Beginning | BackupRefusal, expected: BackupExpectation): boolean {
  if ('refused' in there) return there.refused === 'no-backup' || there.refused === 'damaged'
  return sameBytes(there.vaultId, expected.vaultId) && sameBytes(there.head, expected.head)
}

/** Removes what an earlier try left unfinished. */
async function tidy(disk: Disk, target: string, shortId: string): Promise<void> {
  for (const name of await disk.list(target)) {
    const unfinished = name.endsWith('.tmp') ? readBackupName(name.slice(0, -'.tmp'.length)) : undefined
    if (unfinished?.shortId === shortId) await disk.remove(join(target, name))
  }
}

/**
 * Makes one backup in one folder: written under a temporary name (new, for the owner alone, fsynced), read back
 * and proven, renamed, folder fsynced. Until it is proven nothing bears a backup's name; what fails is taken away again. The caller
 * keeps the facts in the vault's ledger.
 */
export async function writeBackup(
  source: BackupSource,
  target: string,
  { disk: anyDisk, prove, today, now, signal }: WriteBackupMeans,
): Promise<BackupFacts | TargetRefusal | PerhapsThere | NotProven> {
  await loadSodium()
  const disk = answeringDisk(anyDisk, target, signal)
  const expected = expectationOf(source.snapshot, source.recordLengths)
  const { stateNumber } = expected
  const shortId = shortVaultId(expected.vaultId)
  const fileName = backupName({ shortId, stateNumber, date: today })
  const path = join(target, fileName)
  const unfinished = `${path}.tmp`
  const bytes = encodeBackup(source.snapshot, source.backupKey, source.ledgerHash)
  let ours = false
  let isBeingNamed = false
  try {
    if (!isReplaceable(await readBeginning(path), expected)) return { refused: 'name-taken' }
    await tidy(disk, target, shortId)
    ours = true
    await disk.create(unfinished, bytes)
    // Twice: the process that reads it back has a time of its own, and says more.
    const most = 2 * patienceFor(bytes.length)
    const proving = answering(target, () => prove(unfinished, source.backupKey, expected), { most, signal })
    const proof = await proving.catch(() => 'proof-ended' as const)
    if (proof === 'proof-ended' || 'refused' in proof) {
      await disk.remove(unfinished)
      return { refused: 'not-proven', because: proof }
    }
    isBeingNamed = true
    await disk.rename(unfinished, path)
    await syncTarget(disk, target)
    const head = Buffer.from(expected.head).toString('hex')
    return { target, fileName, stateNumber, head, bytes: proof.bytes, provenAt: now() }
  } catch (error) {
    // What failed is what the caller must hear; a leftover is removed with the next backup.
    if (ours) await disk.remove(unfinished).catch(() => undefined)
    const refusal = targetRefusal(error)
    const isPerhapsThere = isBeingNamed && refusal.refused === 'target-missing'
    return isPerhapsThere ? { refused: refusal.refused, perhaps: { fileName, stateNumber } } : refusal
  }
}
