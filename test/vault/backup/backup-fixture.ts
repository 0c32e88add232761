import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  backUpToTargets,
  type BackupOrder,
  type TargetOutcome,
} from '../../../electron/vault/store/backup/back-up-to-targets.ts'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import type { BackupFacts, WriteBackupMeans } from '../../../electron/vault/store/backup/write-backup.ts'
import { checksum } from '../../../electron/vault/store/crypto/v1/checksum.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import { type Change, openExported } from '../../../electron/vault/store/store.ts'
import { at, fill, newFolder, noKdf, opened, openSample, type Sample } from '../store-fixture.ts'

export const today = '2026-11-20'

export const means: WriteBackupMeans = { disk: nodeDisk, prove: proveBackup, today, now: () => at }

/** What an open vault gives to a backup, kept for longer than the vault itself does; with hashes made up for a list. */
export async function orderOf(sample: Sample, destroyed: string[] = []): Promise<BackupOrder> {
  const store = opened(await openSample(sample))
  const exported = await store.exportContent()
  const backupKey = await store.lendBackupKey(async (key) => key.slice())
  const known = store.destroyedHashes()
  await store.close()
  const copy = await openExported(exported, { recoveryKey: sample.recoveryKey }, { kdf: noKdf })
  if ('refused' in copy) throw new Error(copy.refused)
  const madeUp = destroyed.map((scope) => copy.keyedHash('destroyed-ids', new TextEncoder().encode(scope)))
  return {
    snapshot: exported.snapshot,
    recordLengths: exported.recordLengths,
    backupKey,
    ledgerHash: (message) => copy.keyedHash('ledger', message),
    destroyed: [...known, ...madeUp],
  }
}

/** One target's outcome of a backup into it. */
export async function backUp(
  order: BackupOrder,
  folder: string,
  given: Partial<WriteBackupMeans> = {},
): Promise<TargetOutcome> {
  const [outcome] = await backUpToTargets(order, [{ folder, ledger: [] }], { ...means, ...given })
  if (!outcome) throw new Error('no outcome')
  return outcome
}

export function made(backup: TargetOutcome['backup']): BackupFacts {
  if ('refused' in backup) throw new Error(`refused: ${JSON.stringify(backup)}`)
  return backup
}

/** A proven backup of a vault in a folder of its own. */
export async function backedUp(
  sample: Sample,
  destroyed: string[] = [],
): Promise<{ path: string; facts: BackupFacts; target: string; order: BackupOrder }> {
  const [order, target] = [await orderOf(sample, destroyed), await newFolder()]
  const facts = made((await backUp(order, target)).backup)
  return { path: join(target, facts.fileName), facts, target, order }
}

/** Writes something down and backs it up; with what was in the vault then. */
export async function filledAndBackedUp(
  sample: Sample,
  changes: Change[],
): Promise<Awaited<ReturnType<typeof backedUp>> & { content: Record<string, unknown> }> {
  const content = await fill(sample, changes)
  return { content, ...(await backedUp(sample)) }
}

/** A copy of a file with something changed, under a name of its own in a new folder. */
export async function changedCopy(path: string, edit: (bytes: Buffer) => Uint8Array): Promise<string> {
  const copy = join(await newFolder(), 'copy.luwte')
  await writeFile(copy, edit(await readFile(path)))
  return copy
}

/** Makes the checksums right again, as somebody would who changes a backup on purpose. */
export function rightChecksums(bytes: Buffer): Buffer {
  const length = bytes.readUInt32LE(12)
  if (length >= 32 && length < bytes.length) bytes.set(checksum(bytes.subarray(0, length - 32)), length - 32)
  bytes.set(checksum(bytes.subarray(0, bytes.length - 32)), bytes.length - 32)
  return bytes
}
