import { copyFile, mkdir, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { backUpStore } from '../electron/vault/store/backup/back-up-store.ts'
import { drillBackup } from '../electron/vault/store/backup/drill-backup.ts'
import { proveBackup } from '../electron/vault/store/backup/prove-backup.ts'
import { checksum } from '../electron/vault/store/crypto/v1/checksum.ts'
import { nodeDisk } from '../electron/vault/store/node-disk.ts'
import { argon2id, openVault } from '../electron/vault/store/store.ts'
import { type BenchVault, vaultName } from './invented-vault.ts'
import { rounded, timed } from './measure.ts'

/** What a copy of the file costs that is as safely on the disk as the backup. */
async function copyAndSync(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const copy = await open(to, 'r+')
  await copy.sync()
  await copy.close()
}

/**
 * A backup made (sealed, written, fsynced, read back, compared record by record, renamed), proven once more, and
 * opened to its last record as an empty machine would; and a snapshot, which is the longest that a save ever waits.
 */
export async function benchVaultBackup({ folder, recoveryKey }: BenchVault) {
  const store = await openVault(join(folder, vaultName), { recoveryKey }, { kdf: argon2id })
  if ('refused' in store) throw new Error(store.refused)
  const target = join(folder, 'stick')
  await mkdir(target)
  const at = '2026-06-01T12:00:00.000Z'
  let proving = { ms: 0, processorMs: 0 }
  const made = await timed(() =>
    backUpStore(store, [{ folder: target, ledger: [] }], {
      disk: nodeDisk,
      today: at.slice(0, 10),
      now: () => at,
      prove: async (...given) => {
        const proof = await timed(() => proveBackup(...given))
        proving = proof
        return proof.value
      },
    }),
  )
  const [outcome] = made.value
  if (outcome === undefined || 'refused' in outcome.backup) throw new Error('a backup was not made')
  const path = join(target, outcome.backup.fileName)
  const copied = await timed(() => copyAndSync(path, join(folder, 'copy')))
  const snapshot = await timed(() => store.snapshot())
  await store.close()
  const drilled = await timed(() => drillBackup(path, { recoveryKey }, argon2id))
  if ('refused' in drilled.value) throw new Error(drilled.value.refused)
  const hashed = await timed(async () => checksum(await readFile(path)))
  const megabytes = (await stat(path)).size / 1e6
  const rate = (ms: number) => rounded(megabytes / (ms / 1000))
  return {
    megabytes: rounded(megabytes),
    megabytesPerSecond: {
      madeAndProven: rate(made.ms),
      proven: rate(proving.ms),
      openedToTheLastRecord: rate(drilled.ms),
      copyFileAndSync: rate(copied.ms),
      readAndHash: rate(hashed.ms),
    },
    megabytesPerSecondOfProcessor: {
      madeAndProven: rate(made.processorMs),
      proven: rate(proving.processorMs),
      openedToTheLastRecord: rate(drilled.processorMs),
      readAndHash: rate(hashed.processorMs),
    },
    toCopyRatio: rounded(made.ms / copied.ms),
    verifyToHashRatio: rounded(drilled.processorMs / hashed.processorMs),
    snapshotMs: rounded(snapshot.ms),
    snapshotProcessorMs: rounded(snapshot.processorMs),
  }
}
